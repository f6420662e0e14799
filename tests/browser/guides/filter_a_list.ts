import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const filterAList: Guide = {
  pages: ["web/task/browse"],
  steps: {
    "filter by words of a title, a reference, and a description": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      const field = page.getByRole("searchbox", { name: "Filter by text" });
      for (
        const [words, found, others] of [
          ["fence", "Paint the fence", "Mend the gate"],
          ["ACM-4", "Sweep the loft", "Paint the fence"],
          ["latch", "Mend the gate", "Sweep the loft"],
        ] as const
      ) {
        await driver.replace(field, words, "q");
        await driver.enter();
        await row(page, others).waitFor({ state: "detached" });
        await driver.waitForFocusOn(row(page, found));
      }
    },
    "add a filter for fewer results": async (driver) => {
      const { page } = driver;
      await driver.replace(page.getByRole("searchbox", { name: "Filter by text" }), "the", "q");
      await driver.enter();
      await driver.waitForFocusOn(page.locator(".row-title").first());
      await driver.press(page.locator("#add-filter"), "f");
      await driver.choose("House");
      await row(page, "Paint the fence").waitFor({ state: "detached" });
      await row(page, "Sweep the loft").waitFor();
    },
    "read the number of results and their status": async ({ page }) => {
      await page.locator("#list-count", { hasText: /^1 task$/ }).waitFor();
      const found = page.locator(".row", { hasText: "Sweep the loft" });
      await found.getByRole("link", { name: "Status: In progress" }).waitFor();
    },
    "open a result, and create a task if there is none": async (driver) => {
      const { page } = driver;
      await driver.press(row(page, "Sweep the loft"));
      await shows(page, "Sweep the loft");
      await driver.press(wayBack(page), "Escape");
      await driver.waitForFocusOn(row(page, "Sweep the loft"));
      await driver.replace(page.getByRole("searchbox", { name: "Filter by text" }), "Wax it", "q");
      await driver.enter();
      await driver.press(page.getByRole("main").getByRole("link", { name: "Create task" }));
      const title = page.locator("#composer [name=title]");
      await driver.waitForFocusOn(title);
      assert.equal(await title.inputValue(), "Wax it");
      await driver.press(page.getByRole("dialog").getByRole("button", { name: "Close" }), "Escape");
      await title.waitFor({ state: "hidden" });
      await driver.replace(page.getByRole("searchbox", { name: "Filter by text" }), "", "q");
      await driver.press(page.getByRole("search").getByRole("link", { name: "Clear text" }));
      await row(page, "Sweep the loft").waitFor();
    },
  },
};
