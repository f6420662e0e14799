import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { createAndListTasks, createTasks, numberedNames } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

/** Returns the visible state of a list. */
function standing(page: Page) {
  return page.evaluate<Record<string, unknown>>(`({
    scroll: Math.round(scrollY),
    row: document.activeElement.textContent,
    rows: document.querySelectorAll("#main .row").length,
    folded: [...document.querySelectorAll("#main details:not([open])")].map((one) =>
      one.parentElement.id
    ),
  })`);
}

/** Opens a long list with additional rows and collapsed groups, and scrolls far down. */
async function goDown(page: Page, origin: string) {
  await createTasks(page, origin, numberedNames("Jar", 90));
  await createTasks(page, origin, ["Lid"], { parentId: "ENG-41" });
  await page.goto("/workspace/tasks");
  await row(page, "Jar 90").focus();
  await page.keyboard.press("s");
  await page.getByRole("option", { name: "In progress" }).click();
  const started = page.locator("#main details", { hasText: "In progress" });
  await started.locator("summary").click({ position: { x: 6, y: 6 } });
  await page.getByRole("link", { name: /^Show more/ }).click();
  await row(page, "Jar 20").waitFor();
  await row(page, "Jar 60").focus();
  for (let n = 0; n < 20; n++) await page.keyboard.press("j");
  await page.keyboard.press("k");
}

const task = (page: Page) => page.getByRole("heading", { level: 1, name: "Jar 41" });

browserTest(
  "Back restores a list's scroll position, focused row, loaded rows, and collapsed groups",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await goDown(page, server.url);
    const before = await standing(page);
    assert.deepEqual([before.row, before.folded], ["Jar 41", ["group-progressed"]]);
    assert.ok(Number(before.scroll) > 300, `${before.scroll}`);
    const entries = await page.evaluate<number>("history.length");
    const ways: Record<string, () => Promise<unknown>> = {
      Escape: () => page.keyboard.press("Escape"),
      Back: () => page.goBack(),
      "the way back": () => page.getByRole("link", { name: "Back to list" }).click(),
      async "Escape after an edit"() {
        await page.getByRole("link", { name: "Edit the title" }).click();
        await page.keyboard.press("Escape");
        await page.locator("#open-edit-title:focus").waitFor();
        await page.keyboard.press("Escape");
      },
      async "Escape from a page below"() {
        await page.locator(".sub-tasks .row-title").click();
        await page.getByRole("heading", { level: 1, name: "Lid" }).waitFor();
        await page.keyboard.press("Escape");
      },
      async "Back from another document"() {
        await page.goto("/");
        await page.goBack();
        await task(page).waitFor();
        await page.goBack();
      },
    };
    for (const [way, go] of Object.entries(ways)) {
      await page.keyboard.press("Enter");
      await task(page).waitFor();
      await go();
      await page.locator(".row-title:focus", { hasText: "Jar 41" }).waitFor();
      assert.deepEqual(await standing(page), before, way);
      const entered = /another|below/.test(way) ? 2 : 1;
      const now = await page.evaluate<number>("history.length");
      assert.equal(now, entries + entered, `${way} leaves no entry`);
    }
    await page.keyboard.press("k");
    assert.equal((await standing(page)).row, "Jar 42");
    await page.keyboard.press("j");
    await page.reload();
    assert.deepEqual(await standing(page), before, "a reload");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "rows that appear above a restored list don't shift it, and scripts get back their stored state",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await goDown(page, server.url);
    const height = async () => (await row(page, "Jar 41").boundingBox())!.y;
    const before = await height();
    await page.evaluate(`
    document.addEventListener("keep-place", ({ detail }) => detail.selected = ["row-ENG-7"]);
    document.addEventListener("give-place-back", ({ detail }) => globalThis.selected = detail.selected);
  `);
    await page.keyboard.press("Enter");
    await task(page).waitFor();
    const answer = await page.request.post("/workspace/tasks/ENG-3", {
      form: { status: "progressed" },
      headers: { origin: server.url },
    });
    assert.ok(answer.ok());
    await page.keyboard.press("Escape");
    await page.locator("#group-progressed #row-ENG-3").waitFor({ state: "attached" });
    await page.locator(".row-title:focus", { hasText: "Jar 41" }).waitFor();
    assert.ok(Math.abs(await height() - before) < 2, "it stands as high");
    assert.deepEqual(await page.evaluate("selected"), ["row-ENG-7"]);
  },
);

browserTest(
  "pressing Back twice goes back two pages, even before the first response",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await openTask(page, "Jar 2");
    await page.getByRole("link", { name: /^Inbox/ }).first().click();
    await page.waitForURL("**/workspace/inbox");
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    await intercept(page, "**/ENG-2", async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    const asked = page.waitForRequest("**/ENG-2");
    await page.evaluate("history.back()");
    await asked;
    await page.evaluate("history.back()");
    await page.locator(".row-title:focus", { hasText: "Jar 2" }).waitFor();
    letGo();
    await page.goForward();
    await page.getByRole("heading", { level: 1, name: "Jar 2" }).waitFor();
    await page.goBack();
    await page.locator(".row-title:focus", { hasText: "Jar 2" }).waitFor();
  },
);

browserTest(
  "a response that arrives after the person left its page doesn't change the current page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await row(page, "Birch").click();
    await page.getByRole("heading", { level: 1, name: "Birch" }).waitFor();
    await page.evaluate(`
      document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) =>
        globalThis.isOver ||= ctx.request.action.includes("edit=title"))
    `);
    await intercept(page, "**/ENG-2?edit=title", async (route) => {
      await row(page, "Ash").waitFor();
      await route.continue();
    });
    await page.getByRole("link", { name: "Edit the title" }).click();
    await page.getByRole("link", { name: "Tasks", exact: true }).click();
    await row(page, "Ash").waitFor();
    await page.waitForFunction(() => Reflect.get(globalThis, "isOver"));
    assert.equal(await page.locator("#main .row").count(), 2);
    assert.equal(new URL(page.url()).search, "");
  },
);
