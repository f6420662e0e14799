import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { listens } from "../../support/colleagues.ts";
import { intercept } from "../../support/interception.ts";
import { selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

const titles = (page: Page) => page.locator("#main .row-title:visible").allInnerTexts();
const told = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith("/tasks/display"));
const focused = (page: Page) => page.locator(":focus").innerText();

/** Creates a house with a roof that has tiles, and a planned door, as nested tasks. */
async function build(page: Page, origin: string) {
  await createTasks(page, origin, ["House"]);
  await createTasks(page, origin, ["Roof"], { parentId: "ENG-1" });
  await createTasks(page, origin, ["Tile"], { parentId: "ENG-2" });
  await createTasks(page, origin, ["Door"], { parentId: "ENG-1", status: "planned" });
  await createTasks(page, origin, ["Garden"]);
  await page.goto("/workspace/tasks");
  await page.getByRole("link", { name: "Display", exact: true }).click();
  await page.getByRole("option", { name: "Nest under parent tasks" }).click();
  await page.locator(".row[data-depth]").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#menu:popover-open").waitFor({ state: "detached" });
}

browserTest(
  "sub-tasks appear below their parents, in keyboard order, and elsewhere link to their parents",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await build(page, server.url);
    const order = ["Door", "Garden", "House", "Roof", "Tile"];
    assert.deepEqual(await titles(page), order);
    await row(page, "Door").focus();
    for (const title of order.slice(1)) {
      await page.keyboard.press("j");
      assert.equal(await focused(page), title);
    }
    const left = async (title: string) => (await row(page, title).boundingBox())!.x;
    assert.ok(await left("Garden") < await left("Roof") && await left("Roof") < await left("Tile"));
    await requireAccessible(page, "a list with sub-tasks below their parents");
    await page.getByRole("link", { name: /^Sub-task of ENG-1 *House$/ }).click();
    await page.getByRole("heading", { level: 1, name: "House" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "arrows and the mouse collapse sub-tasks, which stay collapsed and aren't included in selected ranges",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await build(page, server.url);
    await row(page, "House").focus();
    await Promise.all([told(page), page.keyboard.press("ArrowLeft")]);
    assert.deepEqual(await titles(page), ["Door", "Garden", "House"]);
    assert.equal(await focused(page), "House");
    await page.reload();
    assert.deepEqual(await titles(page), ["Door", "Garden", "House"]);
    await row(page, "Garden").focus();
    await page.keyboard.press("Shift+J");
    await page.keyboard.press("Shift+J");
    assert.deepEqual(await selected(page), ["Garden", "House"]);
    await page.keyboard.press("Escape");
    await row(page, "House").focus();
    await Promise.all([told(page), page.keyboard.press("ArrowRight")]);
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), "Roof");
    const roof = page.locator(".row", { has: row(page, "Roof") })
      .getByRole("button", { name: "1 sub-task" });
    await Promise.all([told(page), roof.click()]);
    assert.deepEqual(await titles(page), ["Door", "Garden", "House", "Roof"]);
    assert.equal(await roof.getAttribute("aria-expanded"), "false");
    await row(page, "Roof").focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal(await focused(page), "House");
    await openTask(page, "Roof");
    await page.goBack();
    await row(page, "Roof").waitFor();
    assert.deepEqual(await titles(page), ["Door", "Garden", "House", "Roof"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "collapsed sub-tasks stay collapsed when an older live update arrives",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await build(page, server.url);
    await listens(page);
    const { promise: drawn, resolve: isDrawn } = Promise.withResolvers<void>();
    const { promise: isFolded, resolve: goOn } = Promise.withResolvers<void>();
    await intercept(page, /\/workspace\/tasks$/, async (route) => {
      const answer = await route.fetch();
      isDrawn();
      await isFolded;
      await route.fulfill({ response: answer });
    });
    await createTasks(page, server.url, ["Shed"]);
    await drawn;
    const roof = page.locator(".row", { has: row(page, "Roof") });
    await roof.getByRole("button", { name: "1 sub-task" }).click();
    goOn();
    await row(page, "Shed").waitFor();
    assert.deepEqual(await titles(page), ["Door", "Shed", "Garden", "House", "Roof"]);
  },
);
