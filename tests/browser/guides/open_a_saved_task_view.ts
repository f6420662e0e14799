import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const openASavedTaskView: Guide = {
  name: "Open a Saved Task View",
  steps: {
    "the saved views stand in the sidebar": async (hand) => {
      const { page } = hand;
      await hand.visit("/workspace/tasks");
      await page.locator("#sidebar").getByRole("list", { includeHidden: true }).getByText(
        "Garden work",
      ).waitFor({ state: "attached" });
    },
    "one of them is chosen": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Garden work"));
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      await row(page, "Mend the gate").waitFor();
    },
    "its address is its own": async (hand) => {
      const { page } = hand;
      const address = page.url();
      await hand.visit("/workspace/settings/preferences");
      await hand.visit(address);
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      assert.equal(page.url(), address);
    },
    "one works in it from day to day": async (hand) => {
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
