import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import {
  BY_HAND,
  byKeys,
  byMouse,
  card,
  type CardMove,
  cardsByColumn,
  fingerOn,
  NEWEST_ABOVE,
  requireCards,
  said,
  stockBoard,
  waysToMove,
} from "../../support/board.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";

const BACKLOGGED = ["Ash", "Birch", "Cedar", "Dogwood"];

const news = (page: Page) => page.locator("#toasts .toast");
const selected = (page: Page) =>
  page.locator(".row-select:checked").evaluateAll((boxes) =>
    boxes.map((box) => box.getAttribute("value"))
  );

/** Selects cards by their checkboxes, one after another. */
async function select(page: Page, titles: readonly string[]) {
  for (const title of titles) {
    await card(page, title).locator(".row-title").focus();
    await page.keyboard.press("x");
    await card(page, title).locator(".row-select:checked").waitFor();
  }
}

/** A move of a card, or of all selected ones with it, and its message. */
interface Walked extends CardMove {
  selects?: readonly string[];
  told: string;
}

const walk: Walked[] = [
  {
    ...{ card: "Ash", to: "backlogged", at: 2, keys: ["Alt+ArrowUp"] },
    told: "ENG-1 moved after ENG-3",
  },
  {
    ...{ card: "Dogwood", to: "planned", at: 0, keys: ["Alt+ArrowRight"] },
    ...{ selects: ["Dogwood", "Ash"], told: "2 tasks moved to Planned" },
  },
  {
    ...{ card: "Dogwood", to: "planned", at: 1, keys: ["Alt+ArrowDown"] },
    told: "2 tasks moved after ENG-6",
  },
  {
    ...{ card: "Oak", to: "planned", at: 0, keys: ["Alt+ArrowLeft"] },
    told: "ENG-7 moved to Planned",
  },
  {
    ...{ card: "Ash", to: "progressed", at: 0, keys: ["Alt+ArrowRight"] },
    told: "2 tasks moved to In progress",
  },
];

browserTest(
  "mouse, touch, and keyboard move cards to the same columns and positions, with the same messages",
  async ({ server, enter }) => {
    const logs: Record<string, unknown[]> = {};
    for (const [name, way] of Object.entries(waysToMove)) {
      await using visit = await enter({ touch: name === "touch" }, `${name}@example.com`);
      const { page } = visit;
      await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
      const log: unknown[] = logs[name] = [];
      for (const move of walk) {
        if (move.selects) await select(page, move.selects);
        await way(page, move);
        log.push([await said(page), await cardsByColumn(page)]);
        await news(page).getByText(move.told, { exact: true }).waitFor();
        log.push([await cardsByColumn(page), await selected(page)]);
      }
      await page.goto(BY_HAND);
      log.push(await cardsByColumn(page));
      assert.deepEqual(visit.complaints, []);
    }
    assert.deepEqual(logs.touch, logs.mouse);
    assert.deepEqual(logs.keys, logs.mouse);
    assert.deepEqual(logs.mouse!.at(-1), {
      backlogged: ["Cedar", "Birch"],
      planned: ["Oak", "Fir", "Elm"],
      progressed: ["Dogwood", "Ash"],
    });
    assert.deepEqual(
      logs.mouse!.flatMap((entry) =>
        Array.isArray(entry) && typeof entry[0] === "string" ? entry[0] : []
      ),
      [
        "ENG-1 moved to Backlog, 3 of 4",
        "2 tasks moved to Planned, 1 of 4",
        "2 tasks moved to Planned, 2 of 4",
        "ENG-7 moved to Planned, 1 of 5",
        "2 tasks moved to In progress, 1 of 2",
      ],
    );
  },
);

for (const [name, way] of Object.entries(waysToMove)) {
  browserTest(
    `by ${name}, selected cards move in one act with one message and one Undo`,
    async ({ server, enter }) => {
      await using visit = await enter({ touch: name === "touch" });
      const { page } = visit;
      await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
      const before = await cardsByColumn(page);
      await select(page, ["Cedar", "Ash", "Oak"]);
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
      });
      await way(page, { card: "Cedar", to: "planned", at: 1, keys: ["Alt+ArrowRight"] });
      const after = {
        backlogged: ["Dogwood", "Birch"],
        planned: ["Fir", "Oak", "Cedar", "Ash", "Elm"],
      };
      assert.deepEqual(await cardsByColumn(page), after, "at once");
      await news(page).getByText("3 tasks moved to Planned").waitFor();
      await requireCards(page, after, "after the answer");
      assert.deepEqual(sent, ["/workspace/tasks/selected/place"]);
      assert.equal(await news(page).count(), 1);
      assert.equal((await selected(page)).length, 3, "they stay selected");
      await page.getByRole("button", { name: "Undo" }).click();
      await news(page).getByText("Undone: status and place of 3 tasks").waitFor();
      await requireCards(page, before, "taken back");
    },
  );
}

browserTest(
  "dragged cards show their number, and where they can and can't be dropped",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url, NEWEST_ABOVE, BACKLOGGED);
    await select(page, ["Cedar", "Ash"]);
    const from = (await card(page, "Ash").boundingBox())!;
    await page.mouse.move(from.x + 60, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 70, from.y + 20, { steps: 3 });
    const ghost = page.locator(".card-ghost");
    assert.equal(await ghost.locator(".drag-count").textContent(), "2");
    assert.equal(await page.locator(".card.lifted").count(), 2);
    assert.equal(await page.locator("[data-drop], .drop-mark").count(), 0);
    await ghost.getByText("Current order: newest first.").waitFor();
    const planned = (await page.locator("#group-planned").boundingBox())!;
    await page.mouse.move(planned.x + 60, planned.y + 60, { steps: 3 });
    await page.locator("#group-planned[data-drop]").waitFor();
    assert.equal(await ghost.locator(".drop-why").textContent(), "");
    const bar = (await page.locator("#bar").boundingBox())!;
    await page.mouse.move(bar.x + 300, bar.y + 10, { steps: 3 });
    await ghost.getByText("Drop here to cancel").waitFor();
    assert.equal(await page.locator("[data-drop], .drop-mark").count(), 0);
    await page.mouse.move(planned.x + 60, planned.y + 60, { steps: 3 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.equal(await said(page), "2 tasks not moved");
    assert.equal(await page.locator(".lifted").count(), 0);
  },
);

browserTest(
  "after a refused move, selected cards return to their positions, and an unselected card moves separately",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
    const before = await cardsByColumn(page);
    await select(page, ["Cedar", "Birch", "Oak"]);
    await intercept(page, "**/place", (route) => route.abort());
    await byKeys(page, { card: "Birch", to: "planned", at: 0, keys: ["Alt+ArrowRight"] });
    await news(page).getByText("3 tasks moved back to Backlog, In progress.").waitFor();
    await requireCards(page, before, "out of reach");
    await page.unroute("**/place");
    await byMouse(page, { card: "Dogwood", to: "planned", at: 0, keys: [] });
    await news(page).getByText("ENG-4 moved to Planned").waitFor();
    assert.deepEqual((await cardsByColumn(page)).backlogged, ["Cedar", "Birch", "Ash"]);
    assert.equal((await selected(page)).length, 3);
  },
);

browserTest(
  "a finger drags all selected cards, and lifting it without moving opens their menu",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true });
    const { page } = visit;
    await stockBoard(page, server.url, NEWEST_ABOVE, BACKLOGGED);
    await select(page, ["Cedar", "Ash"]);
    const { x, y } = (await card(page, "Cedar").boundingBox())!;
    const finger = await fingerOn(page);
    await finger("touchStart", x + 60, y + 8);
    await page.locator(".card-ghost .drag-count", { hasText: "2" }).waitFor();
    await finger("touchEnd");
    await page.getByRole("dialog", { name: "Actions on 2 tasks" }).waitFor();
    assert.deepEqual((await selected(page)).sort(), ["ENG-1", "ENG-3"]);
    assert.equal(await page.locator(".lifted, .card-ghost").count(), 0);
  },
);
