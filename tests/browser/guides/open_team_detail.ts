import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const openTeamDetail: Guide = {
  pages: ["web/team/detail"],
  steps: {
    "open a team from Teams": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Teams"), "a");
      await shows(page, "Teams");
      await driver.press(page.locator("#row-ACM .person-link"));
      await shows(page, "Acme");
    },
    "read the members and the open tasks": async ({ page }) => {
      const people = page.locator(".team-people");
      await people.locator("li", { hasText: "Lead" }).first().waitFor();
      await page.locator(".team-work li", { hasText: "Planned" })
        .locator("strong", { hasText: /[1-9]/ }).waitFor();
    },
    "choose a number of open tasks": async (driver) => {
      const { page } = driver;
      await driver.press(page.locator(".team-work a", { hasText: "Planned" }));
      await row(page, "Mend the gate").waitFor();
      assert.equal(new URL(page.url()).search, "?teamId=ACM&status=planned");
    },
    "choose the tab Projects": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Acme"));
      await page.locator(".team-work").waitFor();
      const parts = page.getByRole("navigation", { name: "Pages of Acme" });
      await driver.press(parts.getByRole("link", { name: "Projects" }));
      await page.locator('.bar-parts [aria-current="page"]', { hasText: "Projects" }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/teams/ACM/projects");
    },
  },
};
