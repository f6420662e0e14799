import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { openTask, row } from "../../support/browser_walk.ts";
import { longPress, selectByTouch } from "../../support/long_press.ts";
import { peekAt } from "../../support/peeking.ts";
import { selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const phone = { touch: true, width: 390 };
const menu = (page: Page) => page.locator("#menu:popover-open");
const layers = (page: Page) =>
  page.locator("dialog[open], [popover]:popover-open, #peek:not([hidden])");

/** A layer over a page: how to open it, and what it shows. */
const ways: Record<string, (page: Page) => Promise<Locator>> = {
  async "a menu"(page) {
    await longPress(page, "Jar 3");
    return menu(page);
  },
  async "the drawer"(page) {
    await page.getByRole("button", { name: "Open sidebar" }).tap();
    return page.locator("#sidebar:popover-open");
  },
  async "the composer"(page) {
    await page.locator("#bar .bar-new").tap();
    return page.getByRole("dialog", { name: "New task" });
  },
  async "a peek"(page) {
    await longPress(page, "Jar 3");
    await page.getByRole("option", { name: "Peek" }).tap();
    return peekAt(page, "Jar 3");
  },
};

/** Selects two rows of a phone's list, and scrolls. */
async function selectTwo(page: Page) {
  await selectByTouch(page, "Jar 28");
  await row(page, "Jar 27").tap();
  await page.getByRole("region", { name: "Selected tasks" }).getByText("2 selected").waitFor();
}

/** Returns the URL and the number of earlier history entries. */
const place = (page: Page) =>
  page.evaluate<[string, number]>(
    `[location.pathname + location.search, navigation.currentEntry.index]`,
  );

/** Waits until the history is as before. */
async function isAt(page: Page, expected: [string, number], name = "") {
  let found = await place(page);
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    if (String(found) === String(expected)) return;
    await page.waitForTimeout(50);
    found = await place(page);
  }
  assert.deepEqual(found, expected, name);
}

browserTest(
  "on a phone, Back closes an open layer, and then leaves the page in one step",
  async ({ server, enter }) => {
    await using visit = await enter(phone);
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 4));
    await page.goto("/workspace/inbox");
    await page.getByRole("button", { name: "Open sidebar" }).tap();
    await page.locator("#sidebar").getByRole("link", { name: /^Tasks/ }).tap();
    await row(page, "Jar 3").waitFor();
    const here = await place(page);
    for (const [name, open] of Object.entries(ways)) {
      await (await open(page)).waitFor();
      await isAt(page, [here[0], here[1] + 1], name);
      await page.goBack();
      await layers(page).waitFor({ state: "detached" });
      await isAt(page, here, name);
      await row(page, "Jar 3").waitFor();
      await page.goBack();
      await page.waitForURL("**/workspace/inbox");
      await page.goForward();
      await row(page, "Jar 3").waitFor();
      await isAt(page, here);
    }
    for (const [name, open] of Object.entries(ways)) {
      await (await open(page)).waitFor();
      await page.keyboard.press("Escape");
      await layers(page).waitFor({ state: "detached" });
      await isAt(page, here, name);
      await row(page, "Jar 3").waitFor();
    }
    await page.goBack();
    await page.waitForURL("**/workspace/inbox");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "on a phone, Back closes the topmost layer first, and a page opened from a menu leads back to its list",
  async ({ server, enter }) => {
    await using visit = await enter(phone);
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 4));
    const here = await place(page);
    const composer = await ways["the composer"]!(page);
    await composer.locator("textarea").first().fill("Lid");
    await composer.locator("[data-pill]").first().tap();
    await menu(page).waitFor();
    await isAt(page, [here[0], here[1] + 2], "the composer and its menu");
    await page.goBack();
    await menu(page).waitFor({ state: "detached" });
    await composer.waitFor();
    await isAt(page, [here[0], here[1] + 1], "the composer");
    await page.goBack();
    await composer.waitFor({ state: "hidden" });
    await isAt(page, here);
    await longPress(page, "Jar 3");
    await page.getByRole("option", { name: /^Sub-task/ }).first().tap();
    await page.getByRole("heading", { level: 1, name: "Jar 3" }).waitFor();
    await isAt(page, [(await place(page))[0], here[1] + 1]);
    await page.goBack();
    await row(page, "Jar 3").waitFor();
    await isAt(page, here);
    await page.locator("#bar [data-menu=filter]").tap();
    await page.getByRole("option", { name: /^Backlog/ }).first().tap();
    await page.waitForURL(/status=backlogged$/);
    const narrowed = await place(page);
    await isAt(page, [narrowed[0], here[1] + 1]);
    await page.locator("#main [data-menu=filter-values]").tap();
    await page.getByRole("option", { name: /^Planned/ }).tap();
    await page.waitForURL(/status=backlogged(,|%2C)planned$/);
    await menu(page).waitFor();
    await isAt(page, [(await place(page))[0], here[1] + 3], "a menu that stays");
    await page.goBack();
    await menu(page).waitFor({ state: "detached" });
    await isAt(page, [(await place(page))[0], here[1] + 2]);
    await page.goBack();
    await isAt(page, narrowed);
    await page.goBack();
    await isAt(page, here);
    await page.locator("#main [data-menu=filter-values]").waitFor({ state: "detached" });
    await openTask(page, "Jar 2");
    await page.locator(".rail [data-menu=priority], #value-priority").first().tap();
    await page.getByRole("option", { name: "High" }).tap();
    await page.locator("#value-priority", { hasText: "High" }).waitFor();
    await page.getByText(/^Priority of .* changed to High/).waitFor();
    await isAt(page, ["/workspace/tasks/ENG-2", here[1] + 1]);
    await page.goBack();
    await page.locator(".row-title:focus", { hasText: "Jar 2" }).waitFor();
    await isAt(page, here);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "on a phone, Back first clears the selection and keeps the list's scroll position",
  async ({ server, enter }) => {
    await using visit = await enter(phone);
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 30));
    const here = await place(page);
    const above: [string, number] = [here[0], here[1] + 1];
    const scrolled = () => page.evaluate<number>("scrollY");
    await selectTwo(page);
    await isAt(page, above, "a selection");
    await page.evaluate("scrollTo(0, 200)");
    const down = await scrolled();
    assert.ok(down > 100);
    await longPress(page, "Jar 20");
    await isAt(page, [here[0], here[1] + 2], "and a menu");
    await page.goBack();
    await menu(page).waitFor({ state: "detached" });
    await isAt(page, above, "the menu is closed");
    assert.deepEqual(await selected(page), ["Jar 28", "Jar 27"]);
    await page.goBack();
    await isSaidCleared(page);
    await isAt(page, here);
    assert.equal(await scrolled(), down);
    await page.evaluate("scrollTo(0, 0)");
    await selectTwo(page);
    await row(page, "Jar 28").tap();
    await row(page, "Jar 27").tap();
    await isAt(page, here, "tapped off");
    await selectTwo(page);
    await page.keyboard.press("Escape");
    await isAt(page, here, "Escape");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "on a phone, a selection keeps its history entry through changes, a reload, and another page",
  async ({ server, enter }) => {
    await using visit = await enter(phone);
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 30));
    const here = await place(page);
    const above: [string, number] = [here[0], here[1] + 1];
    await selectTwo(page);
    const bar = page.getByRole("region", { name: "Selected tasks" });
    await bar.getByRole("button", { name: "Priority" }).tap();
    await page.getByRole("option", { name: "High" }).tap();
    await page.getByRole("status").getByText("Priority of 2 tasks changed to High").waitFor();
    await isAt(page, above, "changed");
    await page.reload();
    await bar.getByText("2 selected").waitFor();
    await isAt(page, above, "loaded anew");
    await page.getByRole("button", { name: "Open sidebar" }).tap();
    await page.locator("#sidebar").getByRole("link", { name: /^Inbox/ }).tap();
    await page.waitForURL("**/workspace/inbox");
    await page.locator("#sidebar:popover-open").waitFor({ state: "detached" });
    await isAt(page, ["/workspace/inbox", above[1] + 1], "elsewhere");
    // A layer that closes late, while the list is already loading
    await page.evaluate(
      "void navigation.addEventListener('currententrychange', () => document.body.dispatchEvent(new Event('toggle')), { once: true })",
    );
    await page.goBack();
    await bar.getByText("2 selected").waitFor();
    await isAt(page, above, "come back to");
    assert.deepEqual(await selected(page), ["Jar 28", "Jar 27"]);
    await page.goBack();
    await isSaidCleared(page);
    await isAt(page, here);
    assert.deepEqual(visit.complaints, []);
  },
);

/** Waits until nothing is selected, which is announced. */
async function isSaidCleared(page: Page) {
  await page.locator("#announced").getByText("Nothing selected").waitFor({ state: "attached" });
  assert.deepEqual(await selected(page), []);
}
