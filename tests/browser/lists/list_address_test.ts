import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, createTasks } from "../../support/example_tasks.ts";

/** The visible parts of a list: its filters, its groups or columns, and its tasks in order. */
const shown = (page: Page) =>
  page.evaluate<Record<string, string[]>>(`(() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((one) =>
      one.textContent.trim()
    );
    return {
      filters: texts(".chip"),
      groups: texts("#main .group h2, #main .column h2"),
      tasks: texts("#main .row-title"),
    };
  })()`);

/** Opens a menu of the bar, and chooses by typing. */
async function pick(page: Page, menu: string, typed: string, option: RegExp) {
  await page.locator(`#bar [data-menu="${menu}"]`).click();
  await page.locator('#menu [role="combobox"]:focus').waitFor();
  await page.keyboard.type(typed);
  await page.locator("#menu .menu-item.here", { hasText: option }).waitFor();
  await page.keyboard.press("Enter");
}

browserTest(
  "a list's URL shows the same filters, groups, order, and layout in another browser",
  async ({ browser, server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Ash"]);
    await createTasks(page, server.url, ["Birch", "Cedar"], { tags: "Bug", priority: "high" });
    await createTasks(page, server.url, ["Elm"], { tags: "Bug", priority: "low" });
    await page.goto("/workspace/tasks");
    await pick(page, "filter", "bug", /^Bug/);
    await row(page, "Ash").waitFor({ state: "detached" });
    await pick(page, "display", "group by priority", /Priority/);
    await page.waitForURL(/group=priority/);
    await page.keyboard.press("Escape");
    await pick(page, "display", "sort oldest", /Oldest|First/i);
    await page.waitForURL(/sort=createdAt/);
    await page.locator("#main .row-title").first().and(row(page, "Birch")).waitFor();
    await page.keyboard.press("Escape");
    for (const layout of ["list", "board"]) {
      if (layout === "board") {
        await page.keyboard.press("Control+b");
        await page.locator("#board").waitFor();
      }
      const here = await shown(page);
      assert.deepEqual(here.tasks, ["Birch", "Cedar", "Elm"]);
      const storageState = await visit.context.storageState();
      const context = await browser.newContext({ baseURL: server.url, storageState });
      const other = await context.newPage();
      await other.goto(page.url());
      assert.deepEqual(await shown(other), here);
      assert.equal(await other.locator("#board").count(), layout === "board" ? 1 : 0);
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the filter menu shows the number of tasks for each value",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    await createTasks(page, server.url, ["Birch", "Cedar"], { tags: "Bug", priority: "high" });
    await createTasks(page, server.url, ["Elm"], { tags: "Bug" });
    const told = async (path: string, option: string) => {
      await page.goto(path);
      await page.keyboard.press("f");
      const one = page.locator("#menu .menu-item", { hasText: new RegExp(`^\\s*${option}`) })
        .first();
      return (await one.locator("[data-uncounted]").innerText()).replace(/\s+/g, " ");
    };
    assert.equal(await told("/workspace/tasks", "Bug"), "3 tasks");
    assert.equal(await told("/workspace/tasks?priority=high", "Bug"), "2 tasks");
    assert.equal(await told("/workspace/tasks?label=Bug", "High"), "2 tasks");
  },
);

browserTest(
  "the menu key and the right button open a row's menu, which shows the shortcuts",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    const ways = [
      () => row(page, "Ash").click({ button: "right" }),
      async () => {
        await row(page, "Ash").focus();
        await page.keyboard.press("Shift+F10");
      },
    ];
    for (const open of ways) {
      await open();
      await page.locator('#menu [role="combobox"]:focus').waitFor();
      await page.locator(".row.here", { hasText: "Ash" }).waitFor();
      for (const [name, key] of [["Status", "S"], ["Priority", "P"], ["Assignee", "A"]] as const) {
        const option = page.getByRole("option", { name: new RegExp(`^${name}`) });
        assert.equal(await option.locator("[data-key]").getAttribute("data-key"), key);
      }
      await page.keyboard.type("prior");
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: "Filter: Priority" }).waitFor();
      await page.keyboard.press("Escape");
      await page.locator("#menu:popover-open").waitFor({ state: "detached" });
    }
    assert.deepEqual(visit.complaints, []);
  },
);
