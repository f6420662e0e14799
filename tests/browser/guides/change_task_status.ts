import { row } from "../../support/browser_walk.ts";
import { has, place, property, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Every status, in the words of the page, each another one than that before. */
const statuses = ["Cancelled", "Completed", "In progress", "Backlog", "Planned"] as const;

export const changeTaskStatus: Guide = {
  name: "Change Task Status",
  steps: {
    "the menu opens from a row and on the task's page": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Tasks"), "t");
      const fence = page.locator(".row", { hasText: "Paint the fence" });
      await hand.press(fence.getByRole("link", { name: /^Status/ }), "s");
      await hand.choose("In progress");
      await fence.getByRole("link", { name: "Status: In progress" }).waitFor();
      // It shows at once; with the answer the row goes to another group
      await page.getByRole("status").getByText(/^Status of .* changed to In progress/).waitFor();
      await hand.press(row(page, "Paint the fence"));
      await shows(page, "Paint the fence");
    },
    "each status is chosen and appears immediately": async (hand) => {
      const { page } = hand;
      for (const status of statuses) {
        await hand.press(property(page, "Status"), "s");
        await hand.choose(status);
        await has(page, "Status", status);
        await hand.standsAt(property(page, "Status").or(page.locator("#main")));
      }
    },
    "the page still has the status after a reload": async (hand) => {
      const { page } = hand;
      await hand.press(wayBack(page), "Escape");
      const fence = page.locator(".row", { hasText: "Paint the fence" });
      await fence.getByRole("link", { name: "Status: Planned" }).waitFor();
      await hand.press(row(page, "Paint the fence"));
      await shows(page, "Paint the fence");
      await has(page, "Status", "Planned");
    },
    "the activity shows each change": async (hand) => {
      const { page } = hand;
      const activity = page.getByRole("region", { name: "Activity" });
      await hand.press(activity.locator("details.run summary").last());
      for (const status of statuses) await activity.getByText(status).last().waitFor();
    },
  },
};
