import { row } from "../../support/browser_walk.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const reviewNotifications: Guide = {
  name: "Review Notifications",
  steps: {
    "the sidebar leads to the inbox": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Inbox"), "i");
      await page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
    },
    "each entry says what happened, and the first is gone to": async (hand) => {
      const { page } = hand;
      const barrel = page.locator(".entry", { hasText: "Rinse the barrel" });
      await barrel.getByText("Grace").first().waitFor();
      await hand.press(page.getByRole("button", { name: "Mark as read: Rinse the barrel" }), "u");
      await page.getByRole("button", { name: "Mark as unread: Rinse the barrel" }).waitFor();
    },
    "an invitation is declined, an entry is read and unread, and put away": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("button", { name: /^Decline the invitation/ }));
      await page.getByRole("button", { name: /^Decline the invitation/ })
        .waitFor({ state: "detached" });
      await hand.press(page.getByRole("button", { name: "Mark as unread: Rinse the barrel" }), "u");
      await page.getByRole("button", { name: "Mark as read: Rinse the barrel" }).waitFor();
      await hand.press(page.getByRole("button", { name: "Archive: Rinse the barrel" }), "e");
      await row(page, "Rinse the barrel").waitFor({ state: "detached" });
      await hand.press(page.getByRole("button", { name: "Undo" }), "Control+z");
      await row(page, "Rinse the barrel").waitFor();
      await hand.press(page.getByRole("link", { name: "Snooze: Rinse the barrel" }), "h");
      await hand.choose("Tomorrow");
      await row(page, "Rinse the barrel").waitFor({ state: "detached" });
      await hand.press(page.getByRole("button", { name: "Undo" }), "Control+z");
      await row(page, "Rinse the barrel").waitFor();
    },
    "what it is about is opened": async (hand) => {
      const { page } = hand;
      await hand.press(row(page, "Rinse the barrel"));
      await page.getByRole("heading", { name: "Rinse the barrel", exact: true }).waitFor();
      // Where there is room it stands beside the inbox first
      const whole = page.getByRole("link", { name: "Open as a page" });
      if (await whole.isVisible()) await hand.press(whole, "Enter");
      await shows(page, "Rinse the barrel");
    },
  },
};
