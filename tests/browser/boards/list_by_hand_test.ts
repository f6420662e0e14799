import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { allAnswered, requireAccessible } from "../../support/chromium.ts";
import { longPress } from "../../support/long_press.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const BY_HAND = "/workspace/tasks?teamId=ENG&group=none&sort=position";

/** Waits until the rows are in this order. */
async function requireRows(page: Page, names: string[]) {
  const listed = page.locator("#main .row-title");
  for (const [at, name] of names.entries()) {
    await listed.nth(at).and(page.getByText(name, { exact: true })).waitFor();
  }
  assert.equal(await listed.count(), names.length);
}

const announced = (page: Page, hasText: string) =>
  page.locator("#announced", { hasText }).waitFor({ state: "attached" });

browserTest(
  "moving rows in manual order by keyboard and mouse moves them for everyone, and Undo moves them back",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    await page.goto(BY_HAND);
    await row(page, "Ash").waitFor();
    const [first = "", second = "", third = ""] = await page.locator("#main .row-title")
      .allTextContents();
    await row(page, first).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await announced(page, `${first} is already first`);
    await page.keyboard.press("Alt+ArrowDown");
    await announced(page, `${first} moved to 2 of 3`);
    await page.getByRole("status").getByText(/^ENG-\d moved after ENG-\d$/).waitFor();
    await row(page, first).and(page.locator(":focus")).waitFor();
    await page.reload();
    await requireRows(page, [second, first, third]);
    const [top, end] = await Promise.all(
      [second, third].map(async (name) => (await row(page, name).boundingBox())!),
    );
    await page.mouse.move(top!.x + 5, top!.y + 5);
    await page.mouse.down();
    await page.mouse.move(top!.x + 5, end!.y, { steps: 4 });
    await page.mouse.move(top!.x + 5, end!.y + end!.height + 4, { steps: 4 });
    await page.mouse.up();
    await announced(page, `${second} moved to 3 of 3`);
    await page.getByRole("status").getByText(/^ENG-\d moved after ENG-\d$/).waitFor();
    assert.equal(new URL(page.url()).pathname, "/workspace/tasks", "it isn't opened");
    await requireRows(page, [first, third, second]);
    await requireAccessible(page, "a list by hand");
    await page.keyboard.press("Control+z");
    await requireRows(page, [second, first, third]);
    await page.reload();
    await requireRows(page, [second, first, third]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "on touch screens, a long press opens a menu that moves rows in manual order",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 390 });
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    await page.goto(BY_HAND);
    await row(page, "Ash").waitFor();
    const [first = "", second = "", third = ""] = await page.locator("#main .row-title")
      .allTextContents();
    const moved = async (name: string, to: string, ...order: string[]) => {
      await longPress(page, name);
      await page.getByRole("option", { name: to }).tap();
      await page.locator("#menu:popover-open").waitFor({ state: "hidden" });
      await requireRows(page, order);
      await page.getByRole("status").getByText(/^ENG-\d moved (after|before) ENG-\d$/).waitFor();
      await row(page, name).and(page.locator(":focus")).waitFor();
    };
    await moved(first, "Move down", second, first, third);
    await moved(third, "Move up", second, third, first);
    await moved(first, "Move to top", first, second, third);
    await allAnswered(page);
    await page.reload();
    await requireRows(page, [first, second, third]);
    await page.goto("/workspace/tasks");
    await longPress(page, first);
    await page.getByRole("option", { name: "Peek" }).waitFor();
    assert.equal(await page.getByRole("option", { name: "Move up" }).count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "moving a row in a partly loaded list announces that there are more rows",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 60));
    await page.goto(BY_HAND);
    const shown = await page.locator("#main .row-title").count();
    await page.locator("#main .row-title").nth(0).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await announced(page, `to 2 of ${shown}+`);
    const last = page.locator("#main .row-title").nth(shown - 1);
    await last.focus();
    await page.keyboard.press("Alt+ArrowDown");
    await announced(page, `${await last.textContent()} is already the last one shown`);
  },
);

browserTest(
  "a message explains why rows can't be moved, and a rejected row returns to its position",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    for (
      const [address, why] of [
        [
          "/workspace/tasks",
          "Current order: newest first. To move tasks, filter by one team and choose Manual order in Display.",
        ],
        [
          "/workspace/tasks?teamId=ENG&sort=deadlineAt",
          "Current order: earliest deadline first. To move tasks, choose Manual order in Display.",
        ],
      ] as const
    ) {
      await page.goto(address);
      await row(page, "Ash").focus();
      await page.keyboard.press("Alt+ArrowDown");
      await announced(page, why);
    }
    await page.goto(BY_HAND);
    await row(page, "Ash").waitFor();
    const [first = "", second = ""] = await page.locator("#main .row-title").allTextContents();
    await intercept(page, "**/place", (route) => route.abort());
    await row(page, first).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByText(/Can't reach the server\. ENG-\d moved back\./).waitFor();
    await requireRows(page, [first, second]);
  },
);
