import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { openTask } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const words =
  "The priority of ENG-3 is High now, and so is that of more tasks than fit into a line.";
const news = (page: Page) => page.locator("#toasts .toast");

/** Shows a toast, as the page does. */
async function say(page: Page) {
  await page.evaluate((words) => Reflect.get(globalThis, "tell")(words, "done"), words);
  await news(page).getByText(words).waitFor();
}

async function box(thing: Locator) {
  const { x, y, width, height } = (await thing.boundingBox())!;
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** Checks that a toast is on the screen and covers none of these elements. */
async function leavesAlone(page: Page, name: string, ...things: Locator[]) {
  let covered: unknown[] = [];
  const { width, height } = page.viewportSize()!;
  for (let tries = 0; tries < 40; tries++) {
    const told = await box(news(page));
    const boxes = await Promise.all(things.map(box));
    covered = boxes.filter((one) =>
      told.bottom > one.top && told.top < one.bottom && told.right > one.left &&
      told.left < one.right
    ).map((one) => ({ told, one }));
    const seen = told.left >= 0 && told.right <= width && told.top >= 0 && told.bottom <= height;
    if (!seen) covered.push({ told, width, height });
    if (covered.length === 0) return;
    await page.waitForTimeout(50);
  }
  assert.deepEqual(covered, [], `${name}, ${width} × ${height}`);
}

/** Phones, and the smallest one with the on-screen keyboard, which reduces the page's height. */
const screens = [[430, 900], [390, 844], [360, 740], [360, 420]] as const;

browserTest(
  "on a phone, messages cover no bar at the end of a page and no button that sends text",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 360 });
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 30));
    const bar = page.getByRole("region", { name: "Selected tasks" });
    for (const [width, height] of screens) {
      await page.setViewportSize({ width, height });
      for (const list of ["/workspace/tasks", "/workspace/tasks?layout=board"]) {
        await page.goto(list);
        await say(page);
        await page.evaluate('selection.set(["ENG-1", "ENG-30"])');
        await bar.waitFor();
        await leavesAlone(page, `the selection of ${list}`, bar);
        await say(page);
        await leavesAlone(page, `what comes after it, ${list}`, bar);
      }
      await page.goto("/workspace/tasks");
      await page.locator("#bar .bar-new").tap();
      const dialog = page.getByRole("dialog", { name: "New task" });
      await dialog.getByRole("button", { name: "Create task" }).waitFor();
      await dialog.locator(".pills").waitFor();
      await say(page);
      const buttons = await dialog.locator(".composer-foot button, .dialog-head button").all();
      await leavesAlone(page, "a new task", dialog.locator("[name=title]"), ...buttons);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "on a phone, a message doesn't cover the comment being typed or its button",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 360 });
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Jar"]);
    await openTask(page, "Jar");
    for (const [width, height] of screens) {
      await page.setViewportSize({ width, height });
      const form = page.locator("#new-comment");
      const send = form.getByRole("button", { name: "Comment", exact: true });
      await form.locator("textarea").tap();
      await say(page);
      // As low as possible while its button is visible
      await send.evaluate((one) => Reflect.get(one, "scrollIntoView").call(one, { block: "end" }));
      await leavesAlone(page, "a comment", form.locator("textarea"), send);
      await form.locator("textarea").fill("Done.");
      await send.tap();
      await page.locator("#new-comment textarea:focus").waitFor();
      await say(page);
      await leavesAlone(page, "the next one", send);
    }
    assert.deepEqual(visit.complaints, []);
  },
);
