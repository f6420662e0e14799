import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { byKeys, byMouse, byTouch, requireCards, type WayToMove } from "../../support/board.ts";
import { row, signIn } from "../../support/browser_walk.ts";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

const BOARD = "/workspace/tasks?layout=board";

async function stockBoard(page: Page, origin: string) {
  await createTasks(page, origin, ["Ash", "Birch"]);
  await createTasks(page, origin, ["Oak"], { status: "progressed" });
  await page.goto(BOARD);
}

const hidden = (page: Page, name: string) => page.getByRole("button", { name: `Show ${name}` });
const counted = (page: Page, key: string) =>
  page.locator(`#group-${key} [data-count]`).textContent();
const news = (page: Page) => page.getByRole("status");

/** Opens a column's menu with a function, and hides the column. */
const ways: Record<string, (page: Page, name: string) => Promise<void>> = {
  mouse: async (page, name) => {
    await page.getByRole("link", { name: `${name} column` }).click();
    await page.getByRole("option", { name: "Hide column" }).click();
  },
  touch: async (page, name) => {
    await page.getByRole("link", { name: `${name} column` }).tap();
    await page.getByRole("option", { name: "Hide column" }).tap();
  },
  keys: async (page, name) => {
    await page.getByRole("link", { name: `${name} column` }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("hide");
    await page.keyboard.press("Enter");
  },
};

for (const [name, hide] of Object.entries(ways)) {
  browserTest(
    `by ${name}, hiding a column moves the focus to its entry, which shows the column again`,
    async ({ server, enter, open }) => {
      await using visit = await enter({ touch: name === "touch" });
      const { page } = visit;
      await stockBoard(page, server.url);
      await hide(page, "In progress");
      await hidden(page, "In progress").waitFor();
      await news(page).getByText("In progress hidden. Find hidden columns at the end of the board.")
        .waitFor();
      assert.equal(await counted(page, "progressed"), "1");
      await page.locator("#show-progressed:focus").waitFor();
      assert.equal(await row(page, "Oak").count(), 0);
      await using elsewhere = await open();
      await signIn(elsewhere.page, server, "ada@example.com", BOARD);
      await hidden(elsewhere.page, "In progress").waitFor();
      await page.keyboard.press("Enter");
      await row(page, "Oak").waitFor();
      await page.locator("#column-progressed-menu:focus").waitFor();
      assert.equal(await hidden(page, "In progress").count(), 0);
      assert.deepEqual(visit.complaints, []);
    },
  );
}

const drags: Record<string, WayToMove> = { mouse: byMouse, touch: byTouch };

for (const [name, drag] of Object.entries(drags)) {
  browserTest(
    `by ${name}, a card is dropped into a hidden column, and Undo brings it back`,
    async ({ server, enter }) => {
      await using visit = await enter({ touch: name === "touch" });
      const { page } = visit;
      await stockBoard(page, server.url);
      await ways.mouse!(page, "Cancelled");
      await hidden(page, "Cancelled").waitFor();
      const before = { backlogged: ["Birch", "Ash"], progressed: ["Oak"] };
      const after = { backlogged: ["Ash"], progressed: ["Oak"] };
      await drag(page, { card: "Birch", to: "cancelled", at: 0, keys: [] });
      assert.equal(
        await page.locator("#announced").textContent(),
        "ENG-2 moved to Cancelled, a hidden column with 1",
      );
      await page.locator(".row-title:focus", { hasText: "Ash" }).waitFor();
      await news(page).getByText("ENG-2 moved to Cancelled").waitFor();
      await requireCards(page, after, "it is out of sight");
      assert.equal(await counted(page, "cancelled"), "1");
      await page.getByRole("button", { name: "Undo" }).click();
      await requireCards(page, before, "taken back");
      assert.equal(await counted(page, "cancelled"), "0");

      await intercept(page, "**/place", (route) => route.abort());
      await drag(page, { card: "Birch", to: "cancelled", at: 0, keys: [] });
      await news(page).getByText("ENG-2 moved back to Backlog.").waitFor();
      await requireCards(page, before, "out of reach");
      assert.equal(await counted(page, "cancelled"), "0");
    },
  );
}

browserTest(
  "dragging a card over a hidden column shows the name of the column, which the card covers",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    await ways.mouse!(page, "Cancelled");
    await hidden(page, "Cancelled").waitFor();
    const from = (await page.locator("#row-ENG-1").boundingBox())!;
    const to = (await page.locator("#group-cancelled").boundingBox())!;
    await page.mouse.move(from.x + 60, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 8, { steps: 4 });
    await page.locator(".drop-why", { hasText: "To Cancelled" }).waitFor();
    await page.locator("#group-cancelled[data-drop]").waitFor();
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.locator(".card-ghost").waitFor({ state: "detached" });
    assert.equal(await counted(page, "cancelled"), "0");
  },
);

browserTest(
  "Alt with an arrow on the last column opens a menu with the hidden columns",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    for (const name of ["Completed", "Cancelled"]) {
      await ways.mouse!(page, name);
      await hidden(page, name).waitFor();
    }
    await byKeys(page, { card: "Oak", to: "completed", at: 0, keys: ["Alt+ArrowRight"] });
    await page.getByRole("option", { name: "Completed" }).waitFor();
    await page.keyboard.type("compl");
    await page.keyboard.press("Enter");
    await news(page).getByText(/ENG-3/).waitFor();
    await requireCards(page, { backlogged: ["Birch", "Ash"] }, "it went there");
    assert.equal(await counted(page, "completed"), "1");
  },
);

browserTest(
  "axe-core finds nothing in hidden columns and a column's menu, light or dark",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    await ways.mouse!(page, "Cancelled");
    await hidden(page, "Cancelled").waitFor();
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 700 });
      await hidden(page, "Cancelled").scrollIntoViewIfNeeded();
      await requireAccessibleThemes(page, `hidden columns, ${width} px wide`);
      assert.equal(await page.locator("html").evaluate((html) => html.scrollWidth), width);
    }
    await page.getByRole("link", { name: "Backlog column" }).click();
    await page.getByRole("option", { name: "Hide column" }).waitFor();
    await requireAccessibleThemes(page, "a column's menu");
  },
);
