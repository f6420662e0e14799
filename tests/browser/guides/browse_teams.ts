import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const browseTeams: Guide = {
  pages: ["web/team/browse"],
  steps: {
    "choose Teams in the sidebar": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Teams"), "a");
      await shows(page, "Teams");
      assert.equal(new URL(page.url()).pathname, "/workspace/teams");
    },
    "compare the teams, and find one": async ({ page }) => {
      const acme = page.locator("#row-ACM");
      await acme.getByText("Lead", { exact: true }).waitFor();
      await acme.locator('[data-column="Open tasks"]', { hasText: /[1-9]/ }).waitFor();
      await page.locator("#row-SUP").waitFor();
    },
    "open the team": async (driver) => {
      const { page } = driver;
      await driver.press(page.locator("#row-ACM .person-link"));
      await shows(page, "Acme");
      assert.equal(new URL(page.url()).pathname, "/workspace/teams/ACM");
    },
    "choose the tabs Projects and Views": async (driver) => {
      const { page } = driver;
      const part = (name: string) =>
        page.getByRole("navigation", { name: "Pages of Acme" }).getByRole("link", { name });
      await driver.press(part("Projects"));
      await page.locator('.bar-parts [aria-current="page"]', { hasText: "Projects" }).waitFor();
      await driver.press(part("Views"));
      await page.locator('.bar-parts [aria-current="page"]', { hasText: "Views" }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/teams/ACM/views");
    },
  },
};
