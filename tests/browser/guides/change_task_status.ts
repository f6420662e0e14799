import { row } from "../../support/browser_walk.ts";
import { has, place, property, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Every status in the page's words, starting with one that differs from the task's. */
const statuses = ["Cancelled", "Completed", "In progress", "Backlog", "Planned"] as const;

export const changeTaskStatus: Guide = {
  pages: ["web/task/change-status"],
  steps: {
    "choose a status in a row, and open the task": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      const fence = page.locator(".row", { hasText: "Paint the fence" });
      await driver.press(fence.getByRole("link", { name: /^Status/ }), "s");
      await driver.choose("In progress");
      await fence.getByRole("link", { name: "Status: In progress" }).waitFor();
      // The icon changes immediately, and the row moves with the response
      await page.getByRole("status").getByText(/^Status of .* changed to In progress/).waitFor();
      await driver.press(row(page, "Paint the fence"));
      await shows(page, "Paint the fence");
    },
    "choose every status": async (driver) => {
      const { page } = driver;
      for (const status of statuses) {
        await driver.press(property(page, "Status"), "s");
        await driver.choose(status);
        await has(page, "Status", status);
        await driver.waitForFocusOn(property(page, "Status").or(page.locator("#main")));
      }
    },
    "leave the page, and find the status in the list and on the page": async (driver) => {
      const { page } = driver;
      await driver.press(wayBack(page), "Escape");
      const fence = page.locator(".row", { hasText: "Paint the fence" });
      await fence.getByRole("link", { name: "Status: Planned" }).waitFor();
      await driver.press(row(page, "Paint the fence"));
      await shows(page, "Paint the fence");
      await has(page, "Status", "Planned");
    },
    "read every change in the activity": async (driver) => {
      const { page } = driver;
      const activity = page.getByRole("region", { name: "Activity" });
      await driver.press(activity.locator("details.run summary").last());
      for (const status of statuses) await activity.getByText(status).last().waitFor();
    },
  },
};
