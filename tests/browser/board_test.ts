import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { row } from "../support/browser_walk.ts";
import { requireAccessibleThemes } from "../support/chromium.ts";
import { browserTest } from "../support/stage.ts";
import { has } from "../support/task_pages.ts";
import { createAndListTasks, createTasks, numberedNames } from "../support/example_tasks.ts";

const BOARD = "/workspace/tasks?layout=board";

/** Returns the title of the focused card. */
const focused = (page: Page) => page.locator(".card .row-title:focus").textContent();

/** Opens a board with two cards in the first column, one in the third, and none elsewhere. */
async function stockBoard(page: Page, origin: string) {
  await createTasks(page, origin, ["Ash", "Birch"]);
  await createTasks(page, origin, ["Oak"], { status: "progressed" });
  await page.goto(BOARD);
}

browserTest(
  "the board's cards are one Tab stop, and arrows and letters move between them, past empty columns",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    await row(page, "Birch").focus();
    const walk = [
      ["ArrowDown", "Ash"],
      ["ArrowDown", "Ash"],
      ["k", "Birch"],
      ["j", "Ash"],
      ["ArrowRight", "Oak"],
      ["ArrowRight", "Oak"],
      ["Shift+H", "Birch"],
      ["Shift+L", "Oak"],
      ["ArrowLeft", "Birch"],
    ] as const;
    for (const [key, title] of walk) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), title, key);
    }
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".card :focus").count(), 0, "Tab leaves the cards");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(page), "Birch");
    await page.keyboard.press("s");
    await page.getByRole("option", { name: "In progress" }).click();
    await page.locator("#group-progressed").getByText("Birch").waitFor();
    assert.equal(await focused(page), "Birch", "the card is followed");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Birch" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a column loads more cards when its end is reached, and Back restores the board",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 60));
    await page.goto(BOARD);
    const column = page.locator("#group-backlogged .cards");
    assert.equal(await column.locator(".card").count(), 16);
    await row(page, "Jar 60").focus();
    await column.evaluate((one) => one.scrollTo(0, one.scrollHeight));
    await row(page, "Jar 1").waitFor();
    assert.equal(await focused(page), "Jar 60", "the focus stayed");
    const top = await column.evaluate((one) => one.scrollTop);
    assert.ok(top > 300, "one still stands where one scrolled to");
    assert.equal(await page.evaluate("scrollY"), 0);
    await row(page, "Jar 20").click();
    await page.getByRole("heading", { level: 1, name: "Jar 20" }).waitFor();
    await page.goBack();
    await row(page, "Jar 20").waitFor();
    assert.equal(await focused(page), "Jar 20");
    assert.ok(await column.evaluate((one) => one.scrollTop) > 300, "the column is as it was");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Ctrl+B switches between a board and a list with the same tasks",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    await page.goto("/workspace/tasks?status=progressed");
    for (const layout of ["board", "list"]) {
      await page.keyboard.press("Control+b");
      await page.locator(`#main.${layout}`).waitFor();
      assert.deepEqual(await page.locator("#main .row-title").allTextContents(), ["Oak"]);
    }
    assert.match(page.url(), /tasks\?status=progressed$/);
  },
);

browserTest(
  "axe-core finds nothing on a board, light or dark, and the board isn't wider than its page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    for (const status of ["planned", "completed"]) {
      await createTasks(page, server.url, numberedNames("Jar", 12), { status });
    }
    for (const width of [1440, 768, 360]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(BOARD);
      const size = await page.locator("html").evaluate((html) => [
        html.scrollWidth,
        html.scrollHeight,
      ]);
      assert.deepEqual(size, [width, 700]);
      await requireAccessibleThemes(page, `the board, ${width} px wide`);
    }
  },
);

browserTest(
  "a task created in a column of a filtered board gets the values of both, and appears there",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    await createTasks(page, server.url, ["Elm"], { status: "progressed", priority: "high" });
    await page.goto(`${BOARD}&priority=high`);
    await page.getByRole("link", { name: "New task in In progress" }).click();
    await page.locator("#composer [name=title]:focus").waitFor();
    await page.keyboard.type("Larch");
    await page.keyboard.press("Control+Enter");
    const column = page.getByRole("region", { name: "In progress" });
    await column.getByRole("link", { name: "Larch", exact: true }).waitFor();
    await row(page, "Larch").click();
    for (const [name, value] of [["Status", "In progress"], ["Priority", "High"]] as const) {
      await has(page, name, value);
    }
    assert.deepEqual(visit.complaints, []);
  },
);
