import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const browseTeams: Guide = {
  name: "Browse Teams",
  steps: {
    "the sidebar opens the teams": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Teams"), "a");
      await shows(page, "Teams");
      assert.equal(new URL(page.url()).pathname, "/workspace/teams");
    },
    "each team shows its description and open work": async ({ page }) => {
      const acme = page.locator("#row-ACM");
      await acme.getByText("Lead", { exact: true }).waitFor();
      await acme.locator('[data-column="Open tasks"]', { hasText: /[1-9]/ }).waitFor();
      await page.locator("#row-SUP").waitFor();
    },
    "the team's page is opened": async (hand) => {
      const { page } = hand;
      await hand.press(page.locator("#row-ACM .person-link"));
      await shows(page, "Acme");
      assert.equal(new URL(page.url()).pathname, "/workspace/teams/ACM");
    },
    "the page leads to the team's projects and views": async (hand) => {
      const { page } = hand;
      const part = (name: string) =>
        page.getByRole("navigation", { name: "Pages of Acme" }).getByRole("link", { name });
      await hand.press(part("Projects"));
      await page.locator('.bar-parts [aria-current="page"]', { hasText: "Projects" }).waitFor();
      await hand.press(part("Views"));
      await page.locator('.bar-parts [aria-current="page"]', { hasText: "Views" }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/teams/ACM/views");
    },
  },
};
