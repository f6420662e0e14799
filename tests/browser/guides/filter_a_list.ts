import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const filterAList: Guide = {
  pages: ["web/task/browse"],
  steps: {
    "filter by words of a title, a reference, and a description": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Tasks"), "t");
      const field = page.getByRole("searchbox", { name: "Filter by text" });
      for (
        const [words, found, others] of [
          ["fence", "Paint the fence", "Mend the gate"],
          ["ACM-4", "Sweep the loft", "Paint the fence"],
          ["latch", "Mend the gate", "Sweep the loft"],
        ] as const
      ) {
        await hand.replace(field, words, "q");
        await hand.enter();
        await row(page, others).waitFor({ state: "detached" });
        await hand.standsAt(row(page, found));
      }
    },
    "add a filter for fewer results": async (hand) => {
      const { page } = hand;
      await hand.replace(page.getByRole("searchbox", { name: "Filter by text" }), "the", "q");
      await hand.enter();
      await hand.standsAt(page.locator(".row-title").first());
      await hand.press(page.locator("#add-filter"), "f");
      await hand.choose("House");
      await row(page, "Paint the fence").waitFor({ state: "detached" });
      await row(page, "Sweep the loft").waitFor();
    },
    "read the number of results and their status": async ({ page }) => {
      await page.locator("#list-count", { hasText: /^1 task$/ }).waitFor();
      const found = page.locator(".row", { hasText: "Sweep the loft" });
      await found.getByRole("link", { name: "Status: In progress" }).waitFor();
    },
    "open a result, and create a task if there is none": async (hand) => {
      const { page } = hand;
      await hand.press(row(page, "Sweep the loft"));
      await shows(page, "Sweep the loft");
      await hand.press(wayBack(page), "Escape");
      await hand.standsAt(row(page, "Sweep the loft"));
      await hand.replace(page.getByRole("searchbox", { name: "Filter by text" }), "Wax it", "q");
      await hand.enter();
      await hand.press(page.getByRole("main").getByRole("link", { name: "Create task" }));
      const title = page.locator("#composer [name=title]");
      await hand.standsAt(title);
      assert.equal(await title.inputValue(), "Wax it");
      await hand.press(page.getByRole("dialog").getByRole("button", { name: "Close" }), "Escape");
      await title.waitFor({ state: "hidden" });
      await hand.replace(page.getByRole("searchbox", { name: "Filter by text" }), "", "q");
      await hand.press(page.getByRole("search").getByRole("link", { name: "Clear text" }));
      await row(page, "Sweep the loft").waitFor();
    },
  },
};
