import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const openASavedTaskView: Guide = {
  name: "Open a Saved Task View",
  steps: {
    "the saved views are listed": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Views"));
      await page.getByRole("heading", { level: 1, name: "Views" }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/views");
      await page.getByText("List by status, most urgent first: Label is Garden").waitFor();
    },
    "a view is opened": async (hand) => {
      const { page } = hand;
      await hand.press(row(page, "Garden work"));
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      await row(page, "Mend the gate").waitFor();
    },
    "the view has its own URL, which can be shared": async (hand) => {
      const { page } = hand;
      const address = page.url();
      assert.match(new URL(address).pathname, /^\/workspace\/view\/garden-work-[a-z0-9]+$/);
      await hand.visit("/workspace/settings/preferences");
      await hand.visit(address);
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      assert.equal(page.url(), address);
    },
    "the view works like a list": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("button", { name: "Favorite" }), "Alt+f");
      await page.locator("#side-favorites").getByText("Garden work").waitFor({ state: "attached" });
      const gate = page.locator(".row", { hasText: "Mend the gate" });
      await hand.press(gate.getByRole("link", { name: /^Status/ }), "s");
      await hand.choose("In progress");
      await gate.getByRole("link", { name: "Status: In progress" }).waitFor();
      await hand.press(row(page, "Mend the gate"));
      await shows(page, "Mend the gate");
      await hand.press(wayBack(page), "Escape");
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      await hand.standsAt(row(page, "Mend the gate"));
    },
  },
};
