import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { byKeys, cardsByColumn, requireCards, said } from "../../support/board.ts";
import { row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

/** Creates tasks in two statuses, of which older ones are more urgent. */
async function fill(page: Page, origin: string) {
  await createTasks(page, origin, ["Ash"]);
  await createTasks(page, origin, ["Birch"], { priority: "high", deadlineAt: "2031-05-01" });
  await createTasks(page, origin, ["Cedar"], { priority: "medium", deadlineAt: "2031-04-01" });
  await createTasks(page, origin, ["Elm"], { status: "planned", priority: "urgent" });
  await createTasks(page, origin, ["Fir"], { status: "planned", deadlineAt: "2031-04-15" });
  await page.goto("/workspace/tasks");
}

const titles = (page: Page) => page.locator("#main .row-title").allTextContents();
const focused = (page: Page) => page.locator(".row-title:focus").textContent();

/** Chooses the order in the Display menu, which stays open, and closes the menu. */
async function order(page: Page, name: string, parameter: string) {
  await page.locator('#bar [data-menu="display"]').click();
  await page.getByRole("group", { name: "Sort" }).getByRole("option", { name, exact: true })
    .click();
  await page.waitForURL((url) => url.searchParams.get("sort") === parameter);
  await page.keyboard.press("Escape");
  await page.locator("#menu").waitFor({ state: "hidden" });
}

/** Sets the priority of the focused task in its menu. */
async function prioritize(page: Page, digit: string, says: string) {
  await page.keyboard.press("p");
  await page.locator("#menu [role=option]").first().waitFor();
  await page.keyboard.press(digit);
  await page.getByRole("status").getByText(says).waitFor();
}

browserTest(
  "a list grouped by status can be sorted by priority, and a changed task moves to its sorted position",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    await order(page, "Most urgent first", "-priority");
    const groups = page.locator("#main .group h2");
    const first = page.locator("#main .row-title").first();
    await first.and(row(page, "Elm")).waitFor();
    assert.deepEqual(await groups.allTextContents(), ["Planned", "Backlog"]);
    assert.deepEqual(await titles(page), ["Elm", "Fir", "Birch", "Cedar", "Ash"]);
    await row(page, "Cedar").focus();
    await prioritize(page, "1", "Priority of ENG-3 changed");
    const top = page.locator("#group-backlogged .row-title").first();
    await top.and(row(page, "Cedar")).waitFor();
    assert.deepEqual(await titles(page), ["Elm", "Fir", "Cedar", "Birch", "Ash"]);
    assert.equal(await focused(page), "Ash", "the row that took its place");
    // A task that doesn't move keeps the focus
    await row(page, "Birch").focus();
    await prioritize(page, "1", "Priority of ENG-2 changed");
    assert.deepEqual(await titles(page), ["Elm", "Fir", "Cedar", "Birch", "Ash"]);
    assert.equal(await focused(page), "Birch");
    await page.goto("/workspace/tasks");
    assert.deepEqual(await titles(page), ["Elm", "Fir", "Cedar", "Birch", "Ash"], "it is kept so");
    assert.deepEqual(await groups.allTextContents(), ["Planned", "Backlog"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a board's columns can be sorted by priority, and a message explains why cards then can't be reordered",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    await page.keyboard.press("Control+b");
    await page.locator("#board").waitFor();
    await order(page, "Most urgent first", "-priority");
    const by = (backlogged: string[], planned: string[]) => ({ backlogged, planned });
    await requireCards(page, by(["Birch", "Cedar", "Ash"], ["Elm", "Fir"]), "by priority");
    await row(page, "Ash").focus();
    await prioritize(page, "1", "Priority of ENG-1 changed");
    await requireCards(page, by(["Ash", "Birch", "Cedar"], ["Elm", "Fir"]), "by its new one");
    assert.equal(await focused(page), "Ash");
    const up = { card: "Birch", to: "backlogged", at: 0, keys: ["Alt+ArrowUp"] };
    await byKeys(page, up);
    await page.getByRole("status").getByText("Current order: most urgent first.").waitFor();
    assert.deepEqual(await cardsByColumn(page), by(["Ash", "Birch", "Cedar"], ["Elm", "Fir"]));
    const answer = await held(page);
    await byKeys(page, { ...up, to: "planned", keys: ["Alt+ArrowRight"] });
    await page.locator("#group-planned .row-title", { hasText: "Birch" }).waitFor();
    const moved = by(["Ash", "Cedar"], ["Elm", "Birch", "Fir"]);
    assert.deepEqual(await cardsByColumn(page), moved, "at once where the order has it");
    assert.equal(await said(page), "ENG-2 moved to Planned, 2 of 3");
    answer();
    await page.getByRole("status").getByText("ENG-2 moved to Planned").waitFor();
    await requireCards(page, moved, "and it stays there");
    assert.equal(await focused(page), "Birch");
    assert.deepEqual(visit.complaints, []);
  },
);

/** Delays moves until the test releases them. */
async function held(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await intercept(page, "**/place", async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** The position of a card that moves from Backlog to Planned, in each order. */
const places: [sort: string, leaves: string[]][] = [
  ["priority", ["Fir", "Cedar", "Elm"]],
  ["deadlineAt", ["Cedar", "Fir", "Elm"]],
  ["-deadlineAt", ["Fir", "Cedar", "Elm"]],
  ["-updatedAt", ["Cedar", "Fir", "Elm"]],
  ["updatedAt", ["Elm", "Fir", "Cedar"]],
];

browserTest(
  "a card that is moved to another column immediately appears at its sorted position",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    for (const [sort, leaves] of places) {
      await page.goto(`/workspace/tasks?layout=board&sort=${sort}`);
      const answer = await held(page);
      await byKeys(page, { card: "Cedar", to: "planned", at: 0, keys: ["Alt+ArrowRight"] });
      await page.locator("#group-planned .row-title", { hasText: "Cedar" }).waitFor();
      assert.deepEqual((await cardsByColumn(page)).planned, leaves, `${sort} at once`);
      answer();
      await page.getByRole("status").getByText("ENG-3 moved to Planned").waitFor();
      await page.goto(`/workspace/tasks?layout=board&sort=${sort}`);
      assert.deepEqual((await cardsByColumn(page)).planned, leaves, `${sort} from the server`);
      await byKeys(page, { card: "Cedar", to: "backlogged", at: 0, keys: ["Alt+ArrowLeft"] });
      await page.getByRole("status").getByText("ENG-3 moved to Backlog").waitFor();
    }
    assert.deepEqual(visit.complaints, []);
  },
);
