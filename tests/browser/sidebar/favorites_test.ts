import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { openTask } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { allAnswered } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";

const favorites = (page: Page) => page.locator("#side-favorites bdi");
const titles = ["Oil the gate", "Mend the fence", "Sow the beans"];

/** Creates three favorite tasks, the last one first in order. */
async function pinned(page: Page, origin: string): Promise<void> {
  await createAndListTasks(page, origin, titles);
  for (const n of [1, 2, 3]) {
    await page.request.post(`/workspace/favorites/task/ENG-${n}`, {
      form: { act: "add" },
      headers: { origin },
    });
  }
  await page.goto("/workspace/tasks");
  assert.deepEqual(await favorites(page).allTextContents(), titles.toReversed());
}

/** Waits until the server has stored a list's order, as a reload shows. */
async function kept(page: Page, order: string[]): Promise<void> {
  await allAnswered(page);
  await page.reload();
  assert.deepEqual(await favorites(page).allTextContents(), order);
}

browserTest(
  "Alt with arrows moves a favorite, keeps the focus, and announces the move",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await pinned(page, server.url);
    const link = page.locator("#side-favorites").getByRole("link", { name: /Oil the gate/ });
    await link.focus();
    await page.keyboard.press("Alt+ArrowUp");
    assert.equal(await page.locator("#announced").textContent(), "Oil the gate moved to 2 of 3");
    await page.keyboard.press("Alt+ArrowUp");
    assert.equal(await page.locator("#announced").textContent(), "Oil the gate moved to 1 of 3");
    await page.keyboard.press("Alt+ArrowUp");
    assert.ok(await link.evaluate((one) => one.matches(":focus")));
    await kept(page, ["Oil the gate", "Sow the beans", "Mend the fence"]);
    await page.locator("#side-favorites").getByRole("link", { name: /Sow/ }).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await kept(page, ["Oil the gate", "Mend the fence", "Sow the beans"]);
    await link.focus();
    await page.keyboard.press("Alt+ArrowDown");
    assert.equal(await page.locator("#announced").textContent(), "Oil the gate moved to 2 of 3");
    await kept(page, ["Mend the fence", "Oil the gate", "Sow the beans"]);
    assert.deepEqual(visit.complaints, []);
  },
);

async function middleOf(item: Locator) {
  const box = (await item.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

browserTest(
  "dragging a favorite by mouse moves it and opens nothing, and Esc cancels the drag",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await pinned(page, server.url);
    const items = page.locator("#side-favorites > li");
    const [from, to] = [await middleOf(items.nth(0)), await middleOf(items.nth(2))];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 20, { steps: 3 });
    await page.mouse.move(to.x, to.y + 4, { steps: 5 });
    assert.deepEqual(await favorites(page).allTextContents(), [
      "Mend the fence",
      "Oil the gate",
      "Sow the beans",
    ]);
    await page.keyboard.press("Escape");
    assert.deepEqual(await favorites(page).allTextContents(), titles.toReversed());
    await page.mouse.up();
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y + 4, { steps: 5 });
    await page.mouse.up();
    assert.equal(await page.locator("#announced").textContent(), "Sow the beans moved to 3 of 3");
    assert.equal(new URL(page.url()).pathname, "/workspace/tasks");
    await kept(page, ["Mend the fence", "Oil the gate", "Sow the beans"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a favorite can be dragged by touch after a long press, but not by a swipe",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await pinned(page, server.url);
    const session = await visit.context.newCDPSession(page);
    const touch = (type: string, ...touchPoints: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type: type as "touchStart", touchPoints });
    const items = page.locator("#side-favorites > li");
    const [from, to] = [await middleOf(items.nth(2)), await middleOf(items.nth(0))];
    const up = { x: to.x, y: to.y - 4 };
    await touch("touchStart", from);
    await touch("touchMove", { x: from.x, y: (from.y + up.y) / 2 });
    await touch("touchMove", up);
    await touch("touchEnd");
    assert.deepEqual(await favorites(page).allTextContents(), titles.toReversed());
    await touch("touchStart", from);
    await page.locator("#side-favorites > .moving").waitFor();
    await touch("touchMove", { x: from.x, y: (from.y + up.y) / 2 });
    await touch("touchMove", up);
    await touch("touchEnd");
    assert.deepEqual(await favorites(page).allTextContents(), [
      "Oil the gate",
      "Sow the beans",
      "Mend the fence",
    ]);
    await kept(page, ["Oil the gate", "Sow the beans", "Mend the fence"]);
  },
);

browserTest(
  "a new order of favorites that can't be saved is reverted, with a message",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await pinned(page, server.url);
    await intercept(page, "**/workspace/favorites/**", (route) => route.abort());
    await page.locator("#side-favorites a").first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByText("The order of your favorites couldn't be saved").waitFor();
    assert.deepEqual(await favorites(page).allTextContents(), titles.toReversed());
  },
);

browserTest(
  "Alt+F adds the open task or a row to favorites, and Undo restores its position",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, titles);
    for (const title of titles) {
      await page.getByRole("link", { name: title, exact: true }).focus();
      await page.keyboard.press("Alt+f");
      await page.locator("#side-favorites").getByText(title).waitFor();
    }
    await page.getByText("ENG-3 added to favorites").waitFor();
    await openTask(page, "Mend the fence");
    const star = page.getByRole("button", { name: "Favorite", exact: true });
    assert.equal(await star.getAttribute("aria-pressed"), "true");
    assert.match(
      await page.locator('#sidebar [aria-current="page"]').innerText(),
      /Mend the fence/,
    );
    await page.keyboard.press("Alt+f");
    await page.getByText("ENG-2 removed from favorites").waitFor();
    assert.deepEqual(await favorites(page).allTextContents(), ["Sow the beans", "Oil the gate"]);
    assert.equal(await star.getAttribute("aria-pressed"), "false");
    await page.keyboard.press("Control+z");
    await page.getByText("ENG-2 added to favorites").waitFor();
    assert.deepEqual(await favorites(page).allTextContents(), titles.toReversed());
    await star.click();
    await page.getByText("ENG-2 removed from favorites").waitFor();
    await page.keyboard.press(".");
    await page.getByRole("option", { name: "Add to favorites" }).click();
    await page.getByText("ENG-2 added to favorites").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
