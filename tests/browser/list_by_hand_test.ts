import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { row } from "../support/browser_walk.ts";
import { requireAccessible } from "../support/chromium.ts";
import { browserTest } from "../support/stage.ts";
import { stockList } from "../support/stock.ts";

const BY_HAND = "/workspace/tasks?teamId=ENG&group=none&sort=position";

/** Waits until the rows stand in this order. */
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
  "rows of a list by hand are put elsewhere by keys and by mouse, for all, and come back",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, ["Ash", "Birch", "Cedar"]);
    await page.goto(BY_HAND);
    await row(page, "Ash").waitFor();
    const [first = "", second = "", third = ""] = await page.locator("#main .row-title")
      .allTextContents();
    await row(page, first).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await announced(page, `${first} is the first already.`);
    await page.keyboard.press("Alt+ArrowDown");
    await announced(page, `Moved ${first} to 2 of 3.`);
    await page.getByRole("status").getByText(/^ENG-\d moved after ENG-\d\.$/).waitFor();
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
    await announced(page, `Moved ${second} to 3 of 3.`);
    await page.getByRole("status").getByText(/^ENG-\d moved after ENG-\d\.$/).waitFor();
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
  "where rows can't be put elsewhere it is said why, and what is refused goes back",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, ["Ash", "Birch"]);
    for (
      const [address, why] of [
        ["/workspace/tasks", "Sorted by newest first. A team’s own list can be ordered by hand."],
        [
          "/workspace/tasks?teamId=ENG&sort=deadlineAt",
          "Sorted by deadline. Order by hand, in Display, to move tasks.",
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
    await page.route("**/place", (route) => route.abort());
    await row(page, first).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByText(/The server can't be reached\. ENG-\d is back where it was\./).waitFor();
    await requireRows(page, [first, second]);
  },
);
