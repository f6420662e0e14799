import assert from "node:assert/strict";
import {
  act,
  chooseFirst,
  lookFor,
  openBy,
  palette,
  pointsAt,
  result,
} from "../../support/palette_pages.ts";
import { shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Typed words, and the result that they find. */
const plain = [
  ["roadmap", "Open roadmap"],
  ["Sweep the loft", "Sweep the loft"],
  ["ACM-4", "Sweep the loft"],
  ["GAT", "Gatehouse"],
  ["ACM", "Acme"],
  ["Grace", "Grace"],
  ["Garden", "Paint the fence"],
  ["planned", "Oil the hinges"],
] as const;

export const searchTheWorkspace: Guide = {
  pages: ["web/search/search-workspace"],
  steps: {
    "find a page, a title, a key, a name, a label, and a status": async (driver) => {
      await openBy(driver);
      for (const [typed, found] of plain) {
        await lookFor(driver, typed);
        await result(driver.page, found).first().waitFor();
      }
    },
    "limit the results to people, projects, or tasks with a prefix": async (driver) => {
      for (
        const [typed, found, group] of [
          ["@gr", "Grace", "Members"],
          ["$gat", "Gatehouse", "Projects"],
          ["#gat", "Mend the gate", "Tasks"],
        ] as const
      ) {
        await lookFor(driver, typed);
        await pointsAt(driver.page, found);
        const groups = palette(driver.page).locator("#palette-items [role=group]");
        assert.deepEqual(
          await groups.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label"))),
          [group],
        );
      }
    },
    "read the groups, the best match first": async (driver) => {
      const { page } = driver;
      await lookFor(driver, "$gat");
      await act(driver, "Gatehouse", "Favorite project");
      await page.locator("#toasts").getByText("Gatehouse added to favorites").waitFor();
      await openBy(driver);
      // The first result stays first while the server responds
      for (const typed of ["gat", "gate", "gat"]) await lookFor(driver, typed);
      await pointsAt(page, "Gatehouse");
      for (const name of ["Favorites", "Actions", "Tasks"]) {
        await palette(page).getByRole("group", { name }).waitFor();
      }
      await palette(page).locator("#palette-items [role=group]").first()
        .and(page.getByRole("group", { name: "Favorites" })).waitFor();
    },
    "open a record, run an action, and start a task with a title": async (driver) => {
      const { page } = driver;
      await lookFor(driver, "paint");
      await chooseFirst(driver, "Paint the fence");
      await shows(page, "Paint the fence");
      await openBy(driver);
      await lookFor(driver, "complete sweep the loft");
      await chooseFirst(driver, "Complete task");
      await page.locator("#toasts").getByText("ACM-4 completed").waitFor();
      await openBy(driver);
      await lookFor(driver, "create task Wax it");
      await chooseFirst(driver, "Create task");
      const title = page.locator("#composer [name=title]");
      await driver.waitForFocusOn(title);
      assert.equal(await title.inputValue(), "Wax it");
      await driver.press(page.getByRole("dialog").getByRole("button", { name: "Close" }), "Escape");
      await title.waitFor({ state: "hidden" });
    },
  },
};
