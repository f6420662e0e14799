import assert from "node:assert/strict";
import type { Locator, Page } from "../packages/playwright.ts";
import { createAndListTasks, createTasks } from "./example_tasks.ts";

/** A board with the newest cards first, and a team's board in manual order. */
export const NEWEST_ABOVE = "/workspace/tasks?layout=board";
export const BY_HAND = `${NEWEST_ABOVE}&teamId=ENG&sort=position`;

/** Opens a board with backlog cards from oldest to newest, two planned ones, and one in progress. */
export async function stockBoard(
  page: Page,
  origin: string,
  board: string,
  backlogged: readonly string[],
) {
  await createAndListTasks(page, origin, backlogged);
  await createTasks(page, origin, ["Elm", "Fir"], { status: "planned" });
  await createTasks(page, origin, ["Oak"], { status: "progressed" });
  await page.goto(board);
}

/** The last announcement to screen readers. */
export const said = (page: Page) => page.locator("#announced").textContent();

/** A card's new position: the column's status, and the number of cards above it. */
export interface CardMove {
  card: string;
  to: string;
  at: number;
  /** The keys that move it there. */
  keys: readonly string[];
}

/** A device for moving cards. */
export type WayToMove = (page: Page, move: CardMove) => Promise<void>;

const titles = (column: Locator) => column.locator(".card .row-title").allTextContents();

/** Returns the titles of a board's cards by column key, without empty columns. */
export async function cardsByColumn(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const column of await page.locator("#board > .column").all()) {
    const cards = await titles(column);
    if (cards.length > 0) found[(await column.getAttribute("data-key"))!] = cards;
  }
  return found;
}

/** Returns a board's card by its task's full title. */
export function card(page: Page, title: string): Locator {
  return page.locator(".card", { has: page.getByRole("link", { name: title, exact: true }) });
}

async function middle(place: Locator): Promise<[x: number, y: number]> {
  const box = (await place.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** The distance from its edge at which a board scrolls under a dragged card, plus a margin. */
const EDGE_PX = 64;

/**
 * Drags a card to the board's edge until its new column is well inside the board, and then to the middle of the board.
 * The board keeps scrolling while the test measures the column, so the column needs room to overshoot.
 */
async function reach(page: Page, { to }: CardMove, hold: (x: number, y: number) => Promise<void>) {
  const column = page.locator(`#group-${to}`);
  const { width } = page.viewportSize()!;
  const beyond = async () => {
    const [board, box] = [await page.locator("#board").boundingBox(), await column.boundingBox()];
    if (box!.x < board!.x) return 8;
    const isRight = box!.x + box!.width / 2 > board!.x + board!.width - EDGE_PX;
    return isRight ? width - 8 : null;
  };
  if (await beyond() === null) return;
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    const edge = await beyond();
    await hold(edge ?? width / 2, 300 + Date.now() % 2);
    if (edge === null && await beyond() === null) return;
    await page.waitForTimeout(20);
  }
  assert.fail(`${to} doesn't come into sight`);
}

/** Returns where to drop a card so that it lands at a position among the other cards. */
async function landing(page: Page, { to, at }: CardMove): Promise<[number, number]> {
  const column = page.locator(`#group-${to}`);
  const others = column.locator(".card:not(.lifted)");
  const count = await others.count();
  const next = at < count ? await others.nth(at).boundingBox() : null;
  if (next) return [next.x + 40, next.y + 6];
  const last = count > 0 ? await others.last().boundingBox() : null;
  if (last) return [last.x + 40, last.y + last.height + 6];
  const [x, y] = await middle(column);
  return [x, y];
}

/** Holds a card over a drop position until the board announces the position and stops scrolling. */
async function aim(page: Page, move: CardMove, hold: (x: number, y: number) => Promise<void>) {
  const told = page.locator(`#group-${move.to}[data-drop], .drop-why:not(:empty)`);
  for (let tries = 0; tries < 50; tries++) {
    const at = await landing(page, move);
    await hold(...at);
    const isTold = await told.count() > 0;
    if (isTold && String(at) === String(await landing(page, move))) return;
    await page.waitForTimeout(20);
  }
  assert.fail(`${move.card} can't be held over ${move.to}`);
}

export const byMouse: WayToMove = async (page, move) => {
  const from = await middle(card(page, move.card).locator(".row-reference, .card-key"));
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] + 10, from[1] + 10);
  await reach(page, move, (x, y) => page.mouse.move(x, y));
  await aim(page, move, (x, y) => page.mouse.move(x, y, { steps: 4 }));
  await page.mouse.up();
};

export const byKeys: WayToMove = async (page, { card: title, keys }) => {
  await card(page, title).locator(".row-title").focus();
  for (const key of keys) await page.keyboard.press(key);
};

/** A finger that long-presses a card and then drags it. */
export const byTouch: WayToMove = async (page, move) => {
  const finger = await fingerOn(page);
  const [x, y] = await middle(card(page, move.card).locator(".row-reference, .card-key"));
  await finger("touchStart", x, y);
  await page.locator(".card-ghost").waitFor();
  await reach(page, move, (toX, toY) => finger("touchMove", toX, toY));
  await aim(page, move, async (toX, toY) => {
    await finger("touchMove", (x + toX) / 2, (y + toY) / 2);
    await finger("touchMove", toX, toY);
  });
  await finger("touchEnd");
};

type TouchKind = "touchStart" | "touchMove" | "touchEnd" | "touchCancel";

/** Creates a finger with the browser's own touch input, which scrolls where the page allows it. */
export async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  return async (type: TouchKind, x?: number, y?: number) => {
    const touchPoints = x === undefined ? [] : [{ x, y: y! }];
    await session.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
}

/** Waits until the board's cards are in this order. */
export async function requireCards(page: Page, expected: Record<string, string[]>, why: string) {
  let found: Record<string, string[]> = {};
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    found = await cardsByColumn(page);
    if (JSON.stringify(found) === JSON.stringify(expected)) return;
    await page.waitForTimeout(50);
  }
  assert.deepEqual(found, expected, why);
}

/** The devices by name. */
export const waysToMove: Record<string, WayToMove> = {
  mouse: byMouse,
  touch: byTouch,
  keys: byKeys,
};
