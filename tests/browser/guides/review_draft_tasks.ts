import { row } from "../../support/browser_walk.ts";
import { place, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const reviewDraftTasks: Guide = {
  pages: ["web/draft/review-drafts"],
  steps: {
    "choose Drafts in the sidebar": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Drafts"), "d");
      await page.getByRole("heading", { level: 1, name: "Drafts" }).waitFor();
    },
    "read the missing parts of each draft": async ({ page }) => {
      await row(page, "Repoint the wall").waitFor();
      await page.getByText("Missing: description, assignee, priority")
        .waitFor();
      await page.locator(".row", { hasText: "Grease the pulley" })
        .getByText("Ready to publish").waitFor();
    },
    "publish a draft on its page, and complete, discard, restore, and publish another": async (
      driver,
    ) => {
      const { page } = driver;
      await driver.press(row(page, "Grease the pulley"));
      await shows(page, "Grease the pulley");
      await page.getByText("sticks in the rain").waitFor();
      await driver.press(page.getByRole("main").getByRole("button", { name: "Publish" }));
      await page.getByText("ACM-7 published").waitFor();
      await driver.press(wayBack(page), "Escape");
      await row(page, "Repoint the wall").waitFor();
      await row(page, "Grease the pulley").waitFor({ state: "detached" });
      await driver.press(page.getByRole("link", { name: "priority", exact: true }), "p");
      await driver.choose("High");
      await page.getByText("Missing: description, assignee").waitFor();
      await driver.press(page.getByRole("button", { name: "Discard: Repoint the wall" }), "e");
      await row(page, "Repoint the wall").waitFor({ state: "detached" });
      await driver.press(page.getByRole("button", { name: "Undo" }), "Control+z");
      await row(page, "Repoint the wall").waitFor();
      await driver.press(page.getByRole("button", { name: /^Publish/ }));
      await row(page, "Repoint the wall").waitFor({ state: "detached" });
    },
    "find the published tasks in the list": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      await row(page, "Repoint the wall").waitFor();
      await row(page, "Grease the pulley").waitFor();
    },
  },
};
