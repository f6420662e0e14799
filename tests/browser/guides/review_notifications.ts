import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const reviewNotifications: Guide = {
  pages: ["web/inbox/review-notifications"],
  steps: {
    "choose Inbox in the sidebar": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Inbox"), "i");
      await page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
    },
    "read the entries, and open one": async (driver) => {
      const { page } = driver;
      const barrel = page.locator(".entry", { hasText: "Rinse the barrel" });
      await barrel.getByText("Grace").first().waitFor();
      await page.locator(".entry", { hasText: "Orchard" }).getByText("invited you").waitFor();
      await page.getByRole("button", { name: "Mark as read: Rinse the barrel" }).waitFor();
      await driver.press(row(page, "Rinse the barrel"));
      await page.getByRole("heading", { name: "Rinse the barrel", exact: true }).waitFor();
      await page.getByText("it leaks.").waitFor();
      // On a wide screen, the task opens beside the inbox, otherwise as a page
      const close = page.locator("#peek").getByRole("button", { name: "Close" });
      await driver.press(close.or(wayBack(page)).filter({ visible: true }), "Escape");
      await page.getByRole("button", { name: "Mark as unread: Rinse the barrel" }).waitFor();
    },
    "answer invitations, and mark, archive, and snooze an entry": async (
      driver,
    ) => {
      const { page } = driver;
      const decline = page.getByRole("button", { name: "Decline the invitation to Acme" });
      await driver.press(decline);
      await decline.waitFor({ state: "detached" });
      await driver.press(page.getByRole("button", { name: "Accept the invitation to Orchard" }));
      await page.getByText("You joined Orchard").waitFor();
      await page.locator(".side-switch", { hasText: "Orchard" }).waitFor({ state: "attached" });
      await driver.openSwitcher();
      await driver.choose("Acme");
      await page.locator(".side-switch", { hasText: "Acme" }).waitFor({ state: "attached" });
      await driver.goTo(place(page, "Inbox"), "i");
      await page.locator(".entry", { hasText: "Rinse the barrel" }).waitFor();
      assert.equal(await page.locator(".entry", { hasText: "Orchard" }).count(), 0);
      await driver.press(
        page.getByRole("button", { name: "Mark as unread: Rinse the barrel" }),
        "u",
      );
      await page.getByRole("button", { name: "Mark as read: Rinse the barrel" }).waitFor();
      await driver.press(page.getByRole("button", { name: "Archive: Rinse the barrel" }), "e");
      await row(page, "Rinse the barrel").waitFor({ state: "detached" });
      await driver.press(page.getByRole("button", { name: "Undo" }), "Control+z");
      await row(page, "Rinse the barrel").waitFor();
      await driver.press(page.getByRole("link", { name: "Snooze: Rinse the barrel" }), "h");
      await driver.choose("Tomorrow");
      await row(page, "Rinse the barrel").waitFor({ state: "detached" });
      await driver.press(page.getByRole("button", { name: "Undo" }), "Control+z");
      await row(page, "Rinse the barrel").waitFor();
    },
    "open the task of an entry": async (driver) => {
      const { page } = driver;
      await driver.press(row(page, "Rinse the barrel"));
      await page.getByRole("heading", { name: "Rinse the barrel", exact: true }).waitFor();
      // On a wide screen, the task opens beside the inbox first
      const whole = page.getByRole("link", { name: "Open full page" });
      if (await whole.isVisible()) await driver.press(whole, "Enter");
      await shows(page, "Rinse the barrel");
    },
  },
};
