import { row, tells } from "../../support/browser_walk.ts";
import { has, place, property, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const openTaskDetail: Guide = {
  pages: ["web/task/detail"],
  steps: {
    "open a task from the list": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      await driver.press(row(page, "Mend the gate"));
      await shows(page, "Mend the gate");
    },
    "read the title and the properties": async ({ page }) => {
      await page.getByRole("banner").getByText("ACM-1").waitFor();
      await has(page, "Team", "Acme");
      await has(page, "Assignee", "ada");
      await has(page, "Priority", "High");
      await has(page, "Status", "Planned");
      await has(page, "Deadline", "1 May 2099");
      await page.getByText("Created by ada").waitFor({ state: "attached" });
    },
    "read the description, activity, links, and sub-tasks": async (driver) => {
      const { page } = driver;
      await page.locator("strong", { hasText: "squeaks" }).waitFor();
      await tells(page, "Activity", "created the task");
      await tells(page, "Activity", "The hinges come on Monday.");
      await page.getByRole("region", { name: "Links" }).getByRole("link", { name: /^Hinges/ })
        .waitFor();
      const subTasks = page.getByRole("region", { name: "Sub-tasks" });
      await driver.press(row(page, "Oil the hinges").and(subTasks.getByRole("link")));
      await shows(page, "Oil the hinges");
      await driver.press(page.getByRole("main").getByRole("link", { name: /Mend the gate$/ }));
      await shows(page, "Mend the gate");
    },
    "change a property": async (driver) => {
      const { page } = driver;
      await driver.press(property(page, "Priority"), "p");
      await driver.choose("Low");
      await has(page, "Priority", "Low");
      await driver.waitForFocusOn(property(page, "Priority").or(page.locator("#main")));
    },
  },
};
