import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { has, place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Waits for a text about a project: beside its bar, or in its place on a phone. */
async function tells(page: Page, project: string, what: string | RegExp) {
  const one = page.locator(".roadmap-name").filter({ has: row(page, project), visible: true });
  await one.filter({ hasText: what }).waitFor();
}

export const useTheRoadmap: Guide = {
  pages: ["web/project/roadmap"],
  steps: {
    "choose Roadmap in the sidebar": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Roadmap"), "r");
      await shows(page, "Roadmap");
    },
    "read the problems of the projects": async ({ page }) => {
      await tells(page, "Boathouse", "Active");
      await tells(page, "Slipway", /Overdue\. The target date was/);
      await tells(page, "Jetty", /Starts before the target date of Boathouse/);
    },
    "open a project with a problem": async (driver) => {
      const { page } = driver;
      await driver.press(row(page, "Jetty"));
      await shows(page, "Jetty");
      await has(page, "Status", "Planned");
      await page.getByRole("region", { name: "Dependencies" })
        .getByRole("link", { name: /Boathouse/ }).waitFor();
    },
    "return to the roadmap, and open the next project": async (driver) => {
      const { page } = driver;
      await page.goBack();
      await shows(page, "Roadmap");
      await driver.waitForFocusOn(row(page, "Jetty"));
      await tells(page, "Jetty", /Starts before the target date of Boathouse/);
      await driver.press(row(page, "Slipway"));
      await shows(page, "Slipway");
    },
  },
};
