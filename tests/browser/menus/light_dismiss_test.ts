import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { longPress } from "../../support/long_press.ts";
import { selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const menu = (page: Page) => page.locator("#menu:popover-open");
const closed = (page: Page) => menu(page).waitFor({ state: "detached" });
const standsOn = (page: Page, title: string) =>
  row(page, title).and(page.locator(":focus")).waitFor();
const rowOf = (page: Page, title: string) => page.locator(".row", { has: row(page, title) });

/** Returns the middle of an element, even if another one covers it. */
async function middle(thing: Locator): Promise<[x: number, y: number]> {
  const { x, y, width, height } = (await thing.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

/** Opens the status menu of a row, and waits until it accepts a choice. */
async function openStatus(page: Page, title: string) {
  await rowOf(page, title).locator('[data-menu="status"]').click();
  await menu(page).locator("[data-menu-start]:focus").waitFor();
}

browserTest(
  "a press outside an open menu only closes it and returns the focus to its opener",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 9));
    const lists = ["/workspace/tasks", "/workspace/tasks?layout=board&group=priority"];
    for (const list of lists) {
      await page.goto(list);
      const far = rowOf(page, "Jar 1");
      const under: Record<string, Locator> = {
        "a task": far.locator(".row-title"),
        "its box": far.locator(".row-select"),
        "another menu": far.locator('[data-menu="assignee"]'),
        "a link of the page": page.locator("#sidebar").getByRole("link", { name: /^Drafts/ }),
        "what opened it": rowOf(page, "Jar 9").locator('[data-menu="status"]'),
      };
      for (const [name, thing] of Object.entries(under)) {
        await openStatus(page, "Jar 9");
        await page.mouse.click(...await middle(thing));
        await closed(page);
        await standsOn(page, "Jar 9").catch(() => assert.fail(`${name}, ${list}`));
      }
      assert.equal(new URL(page.url()).pathname, "/workspace/tasks");
      assert.deepEqual(await selected(page), []);
      await row(page, "Jar 1").click();
      await page.getByRole("heading", { level: 1, name: "Jar 1" }).waitFor();
    }
    const text = page.getByRole("textbox", { name: /comment/i });
    await page.getByRole("complementary", { name: "Properties" })
      .getByRole("link", { name: /^Status/ }).click();
    await menu(page).waitFor();
    await page.mouse.click(...await middle(text));
    await closed(page);
    await page.locator('.rail [data-menu="status"]:focus').waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "with a menu open, a press starts no drag, a right click opens another menu, and messages still work",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 5));
    await page.goto("/workspace/tasks?layout=board&group=priority");
    await openStatus(page, "Jar 5");
    const [x, y] = await middle(rowOf(page, "Jar 1"));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 300, y, { steps: 5 });
    assert.equal(await page.locator(".card-ghost").count(), 0);
    await page.mouse.up();
    await page.keyboard.press("Escape");
    await closed(page);
    await page.goto("/workspace/tasks");
    await openStatus(page, "Jar 5");
    await page.mouse.click(...await middle(row(page, "Jar 2")), { button: "right" });
    await menu(page).getByRole("option", { name: "Archive" }).waitFor();
    await page.locator(".row.here", { has: row(page, "Jar 2") }).waitFor();
    await page.keyboard.press("Escape");
    await closed(page);
    await standsOn(page, "Jar 2");
    await openStatus(page, "Jar 2");
    await page.getByRole("option", { name: "Planned" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await openStatus(page, "Jar 3");
    await page.getByRole("button", { name: "Undo" }).click();
    await rowOf(page, "Jar 2").getByRole("link", { name: "Status: Backlog" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a tap outside an open menu or the drawer only closes it",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 390 });
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 5));
    for (const list of ["/workspace/tasks", "/workspace/tasks?layout=board"]) {
      await page.goto(list);
      await longPress(page, "Jar 4");
      await page.touchscreen.tap(...await middle(row(page, "Jar 5")));
      await closed(page);
      await standsOn(page, "Jar 4");
      assert.equal(new URL(page.url()).pathname, "/workspace/tasks");
    }
    await page.goto("/workspace/tasks");
    await page.getByRole("button", { name: "Open sidebar" }).tap();
    await page.locator("#sidebar:popover-open").waitFor();
    await page.touchscreen.tap(350, (await middle(row(page, "Jar 2")))[1]);
    await page.locator("#sidebar:popover-open").waitFor({ state: "detached" });
    assert.equal(new URL(page.url()).pathname, "/workspace/tasks");
    await row(page, "Jar 5").tap();
    await page.getByRole("heading", { level: 1, name: "Jar 5" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
