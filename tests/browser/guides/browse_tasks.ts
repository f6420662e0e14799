import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const browseTasks: Guide = {
  pages: ["web/task/browse"],
  steps: {
    "choose Tasks in the sidebar": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Tasks"), "t");
      await page.getByRole("heading", { level: 1, name: "Tasks", exact: true }).waitFor();
      await row(page, "Mend the gate").waitFor();
    },
    "switch between list and board, and read the number of tasks": async (hand) => {
      const { page } = hand;
      await page.locator("#list-count").getByText("tasks").waitFor({ state: "attached" });
      await page.locator('#sidebar [aria-current="page"]').getByText("Tasks", { exact: true })
        .waitFor({ state: "attached" });
      await hand.press(page.getByRole("button", { name: "Show as a board" }), "Control+b");
      await page.getByRole("region", { name: "Planned" }).getByRole("link", {
        name: "Mend the gate",
        exact: true,
      }).waitFor();
      await hand.press(page.getByRole("button", { name: "Show as a list" }), "Control+b");
      await page.locator(".row:not(.card)").first().waitFor();
    },
    "filter by a label and by text": async (hand) => {
      const { page } = hand;
      await hand.press(page.locator("#add-filter"), "f");
      await hand.choose("Garden");
      await row(page, "Sweep the loft").waitFor({ state: "detached" });
      await page.getByRole("list", { name: "Filters" }).getByText("Garden").waitFor();
      await hand.replace(page.getByRole("searchbox", { name: "Filter by text" }), "gate", "q");
      await hand.enter();
      await row(page, "Paint the fence").waitFor({ state: "detached" });
      const left = new URL(page.url()).searchParams;
      assert.equal(left.get("q"), "gate");
      assert.ok(left.has("label"));
    },
    "open a task, and start a new one": async (hand) => {
      const { page } = hand;
      await hand.press(row(page, "Mend the gate"));
      await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
      await hand.press(wayBack(page), "Escape");
      await hand.standsAt(row(page, "Mend the gate"));
      await hand.press(page.locator(".bar-new"), "c");
      await hand.standsAt(page.locator("#composer [name=title]"));
      await hand.press(page.getByRole("dialog").getByRole("button", { name: "Close" }), "Escape");
      await page.locator("#composer [name=title]").waitFor({ state: "hidden" });
    },
  },
};
