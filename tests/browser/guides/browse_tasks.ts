import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const browseTasks: Guide = {
  pages: ["web/task/browse"],
  steps: {
    "choose Tasks in the sidebar": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      await page.getByRole("heading", { level: 1, name: "Tasks", exact: true }).waitFor();
      await row(page, "Mend the gate").waitFor();
    },
    "switch between list and board, and read the number of tasks": async (driver) => {
      const { page } = driver;
      await page.locator("#list-count").getByText("tasks").waitFor({ state: "attached" });
      await page.locator('#sidebar [aria-current="page"]').getByText("Tasks", { exact: true })
        .waitFor({ state: "attached" });
      await driver.press(page.getByRole("button", { name: "Show as a board" }), "Control+b");
      await page.getByRole("region", { name: "Planned" }).getByRole("link", {
        name: "Mend the gate",
        exact: true,
      }).waitFor();
      await driver.press(page.getByRole("button", { name: "Show as a list" }), "Control+b");
      await page.locator(".row:not(.card)").first().waitFor();
    },
    "filter by a label and by text": async (driver) => {
      const { page } = driver;
      await driver.press(page.locator("#add-filter"), "f");
      await driver.choose("Garden");
      await row(page, "Sweep the loft").waitFor({ state: "detached" });
      await page.getByRole("list", { name: "Filters" }).getByText("Garden").waitFor();
      await driver.replace(page.getByRole("searchbox", { name: "Filter by text" }), "gate", "q");
      await driver.enter();
      await row(page, "Paint the fence").waitFor({ state: "detached" });
      const left = new URL(page.url()).searchParams;
      assert.equal(left.get("q"), "gate");
      assert.ok(left.has("label"));
    },
    "open a task, and start a new one": async (driver) => {
      const { page } = driver;
      await driver.press(row(page, "Mend the gate"));
      await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
      await driver.press(wayBack(page), "Escape");
      await driver.waitForFocusOn(row(page, "Mend the gate"));
      await driver.press(page.locator(".bar-new"), "c");
      await driver.waitForFocusOn(page.locator("#composer [name=title]"));
      await driver.press(page.getByRole("dialog").getByRole("button", { name: "Close" }), "Escape");
      await page.locator("#composer [name=title]").waitFor({ state: "hidden" });
    },
  },
};
