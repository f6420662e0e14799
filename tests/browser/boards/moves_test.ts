import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import {
  BY_HAND,
  byKeys,
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
import { row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { allAnswered } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks, numberedNames } from "../../support/example_tasks.ts";

const BACKLOGGED = ["Ash", "Birch", "Cedar"];

const news = (page: Page) => page.getByRole("status");
/** Waits for the response to a move. */
const saved = (page: Page, text: string | RegExp) => news(page).getByText(text).waitFor();

const moves: (CardMove & { leaves: Record<string, string[]>; says: string; told: string })[] = [
  {
    ...{ card: "Ash", to: "backlogged", at: 1, keys: ["Alt+ArrowUp"] },
    leaves: { backlogged: ["Cedar", "Ash", "Birch"], planned: ["Fir", "Elm"], progressed: ["Oak"] },
    says: "ENG-1 moved to Backlog, 2 of 3",
    told: "ENG-1 moved after ENG-3",
  },
  {
    ...{ card: "Cedar", to: "planned", at: 0, keys: ["Alt+ArrowRight"] },
    leaves: { backlogged: ["Ash", "Birch"], planned: ["Cedar", "Fir", "Elm"], progressed: ["Oak"] },
    says: "ENG-3 moved to Planned, 1 of 3",
    told: "ENG-3 moved to Planned",
  },
  {
    ...{ card: "Fir", to: "progressed", at: 1, keys: ["Alt+ArrowRight"] },
    leaves: { backlogged: ["Ash", "Birch"], planned: ["Cedar", "Elm"], progressed: ["Oak", "Fir"] },
    says: "ENG-5 moved to In progress, 2 of 2",
    told: "ENG-5 moved to In progress",
  },
  {
    ...{ card: "Ash", to: "cancelled", at: 0 },
    keys: ["Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowRight"],
    leaves: {
      ...{ backlogged: ["Birch"], planned: ["Cedar", "Elm"], progressed: ["Oak", "Fir"] },
      cancelled: ["Ash"],
    },
    says: "ENG-1 moved to Cancelled, 1 of 1",
    told: "ENG-1 moved to Cancelled",
  },
];

for (const [name, way] of Object.entries(waysToMove)) {
  browserTest(
    `by ${name}, cards move to another column and to a manual position, and stay there`,
    async ({ server, enter }) => {
      await using visit = await enter({ touch: name === "touch" });
      const { page } = visit;
      await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
      for (const move of moves) {
        await way(page, move);
        assert.equal(await said(page), move.says);
        assert.deepEqual(await cardsByColumn(page), move.leaves, `${move.card} at once`);
        await saved(page, move.told);
        await requireCards(page, move.leaves, `${move.card} after the answer`);
        const focused = await page.locator(".row-title:focus").textContent();
        assert.equal(focused, move.card, "the focus is on the card");
      }
      await page.goto(BY_HAND);
      assert.deepEqual(await cardsByColumn(page), moves.at(-1)!.leaves);
      assert.deepEqual(visit.complaints, []);
    },
  );

  browserTest(
    `by ${name}, a card that can't be moved manually stays, and a message explains why`,
    async ({ server, enter }) => {
      await using visit = await enter({ touch: name === "touch" });
      const { page } = visit;
      await stockBoard(page, server.url, NEWEST_ABOVE, BACKLOGGED);
      const before = await cardsByColumn(page);
      await way(page, { card: "Ash", to: "backlogged", at: 0, keys: ["Alt+ArrowUp"] });
      await saved(
        page,
        "Current order: newest first. To move cards within a column, filter by one team and choose Manual order in Display.",
      );
      assert.deepEqual(await cardsByColumn(page), before);
      await way(page, { card: "Birch", to: "planned", at: 0, keys: ["Alt+ArrowRight"] });
      const after = { ...before, backlogged: ["Cedar", "Ash"], planned: ["Fir", "Elm", "Birch"] };
      await requireCards(page, after, "its place is where the order has it");
      await saved(page, "ENG-2 moved to Planned");
      await requireCards(page, after, "and stays so");
    },
  );
}

browserTest("⌘Z undoes a card's move, including its position", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
  const before = await cardsByColumn(page);
  await byKeys(page, { ...moves[1]!, keys: ["Alt+ArrowRight"] });
  await saved(page, "ENG-3 moved to Planned");
  await page.keyboard.press("Control+z");
  await saved(page, "Undone: changes to ENG-3");
  await requireCards(page, before, "taken back");
  assert.equal(await page.locator(".row-title:focus").textContent(), "Cedar");
});

browserTest(
  "a move that the server rejects or never receives is reverted, with a message",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    // Live events don't remove the card before it is moved
    await intercept(page, "**/workspace/live", (route) => route.abort());
    await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
    const before = await cardsByColumn(page);
    await intercept(page, "**/workspace/tasks/ENG-3/place", (route) => route.abort());
    await byKeys(page, { ...moves[1]!, keys: ["Alt+ArrowRight"] });
    await requireCards(page, before, "out of reach");
    await saved(page, "Can't reach the server. ENG-3 moved back to Backlog.");
    await page.unroute("**/workspace/tasks/ENG-3/place");
    // The board is then requested once more
    await allAnswered(page);

    const archived = await page.request.post("/workspace/tasks/ENG-3", {
      form: { act: "archive" },
      headers: { origin: server.url },
      maxRedirects: 0,
    });
    assert.equal(archived.status(), 303);
    await byKeys(page, { ...moves[1]!, keys: ["Alt+ArrowRight"] });
    await saved(page, /archived/);
    const left = { ...before, backlogged: before.backlogged!.slice(1) };
    await requireCards(page, left, "it isn't on the board any more");
  },
);

browserTest(
  "keys that are faster than the server move a card from its visible position without jumps",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
    await intercept(page, "**/place", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.evaluate(`
      globalThis.seen = ["backlogged"];
      new MutationObserver(() => {
        const key = document.getElementById("row-ENG-3")?.closest(".column")?.dataset.key;
        if (seen.at(-1) !== key) seen.push(key);
      }).observe(document.body, { childList: true, subtree: true });
    `);
    const right = ["Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowRight"];
    await byKeys(page, { ...moves[1]!, keys: right });
    await row(page, "Ash").focus();
    await saved(page, "ENG-3 moved to Completed");
    assert.deepEqual(await page.evaluate("seen"), [
      "backlogged",
      "planned",
      "progressed",
      "completed",
    ]);
    assert.equal(await page.locator(".row-title:focus").textContent(), "Ash");
    await page.goto(BY_HAND);
    assert.deepEqual((await cardsByColumn(page)).completed, ["Cedar"]);
  },
);

browserTest(
  "a response that arrives during a drag doesn't disturb the drag, and is shown afterward",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
    let answer = () => {};
    await intercept(page, "**/place", async (route) => {
      await new Promise<void>((resolve) => answer = resolve);
      await route.continue();
    });
    await byKeys(page, { ...moves[1]!, keys: ["Alt+ArrowRight"] });
    const { x, y } = (await card(page, "Oak").boundingBox())!;
    await page.mouse.move(x + 60, y + 8);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 60, { steps: 3 });
    answer();
    await saved(page, "ENG-3 moved to Planned");
    assert.equal(await page.locator(".card-ghost").count(), 1);
    assert.equal(await page.locator("#row-ENG-6.lifted").count(), 1, "the board is untouched");
    const backlog = (await page.locator("#group-backlogged").boundingBox())!;
    await page.mouse.move(backlog.x + 60, backlog.y + 60, { steps: 3 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.locator("#row-ENG-6:not(.lifted)").waitFor();
    await requireCards(
      page,
      { backlogged: ["Birch", "Ash"], planned: ["Cedar", "Fir", "Elm"], progressed: ["Oak"] },
      "one moved, the other didn't",
    );
  },
);

for (const first of ["the answer", "more of the column"]) {
  browserTest(
    `a card that moves below the loaded cards leaves the focus to the next card; ${first} comes first`,
    async ({ server, enter }) => {
      await using visit = await enter();
      const { page } = visit;
      await createTasks(page, server.url, ["Ash", "Birch"]);
      await createTasks(page, server.url, numberedNames("Jar", 85), { status: "planned" });
      await page.goto(NEWEST_ABOVE);
      const late = first === "the answer" ? /cursor=/ : "**/place";
      const { promise: came, resolve } = Promise.withResolvers<void>();
      await intercept(page, late, (route) => came.then(() => route.continue()));
      const answered = saved(page, "ENG-1 moved to Planned");
      const grown = card(page, "Jar 20").waitFor();
      await byKeys(page, { card: "Ash", to: "planned", at: 16, keys: ["Alt+ArrowRight"] });
      await (first === "the answer" ? answered : grown);
      resolve();
      await Promise.all([answered, grown]);
      await card(page, "Ash").waitFor({ state: "detached" });
      await page.locator(".row-title:focus", { hasText: "Birch" }).waitFor();
    },
  );
}

browserTest("Esc returns a dragged card to its position", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
  const before = await cardsByColumn(page);
  const { x, y } = (await card(page, "Cedar").boundingBox())!;
  const target = (await page.locator("#group-planned").boundingBox())!;
  await page.mouse.move(x + 60, y + 8);
  await page.mouse.down();
  await page.mouse.move(target.x + 60, target.y + 80, { steps: 3 });
  assert.equal(await page.locator("#group-planned[data-drop]").count(), 1);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(await page.locator("[data-drop], .card-ghost, .drop-mark").count(), 0);
  assert.deepEqual(await cardsByColumn(page), before);
  assert.equal(await said(page), "ENG-3 not moved");
  assert.match(page.url(), /layout=board/, "no card was opened");
});

browserTest("a swipe without a long press on a card scrolls", async ({ server, enter }) => {
  await using visit = await enter({ touch: true, width: 390 });
  const { page } = visit;
  await stockBoard(page, server.url, BY_HAND, BACKLOGGED);
  const before = await cardsByColumn(page);
  const finger = await fingerOn(page);
  const { x, y } = (await card(page, "Cedar").boundingBox())!;
  await finger("touchStart", x + 200, y + 10);
  for (let by = 20; by <= 180; by += 20) await finger("touchMove", x + 200 - by, y + 10);
  assert.equal(await page.locator(".card-ghost").count(), 0);
  await finger("touchEnd");
  await page.waitForFunction("document.getElementById('board').scrollLeft > 50");
  assert.deepEqual(await cardsByColumn(page), before);
});
