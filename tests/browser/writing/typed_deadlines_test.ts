import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, pill, row, tells } from "../../support/browser_walk.ts";
import { menuField, openComposer } from "../../support/composing.ts";
import { select } from "../../support/selecting.ts";
import { listen, waitForAnnouncement } from "../../support/announcements.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";

const year = () => Temporal.Now.plainDateISO("UTC").year + 1;

/** Types a day into the focused menu, and returns the name of its only option. */
async function typeDay(page: Page, typed: string) {
  await menuField(page).waitFor();
  await page.keyboard.type(typed);
  await page.locator(`#menu-items[data-found="${typed}"]`).waitFor();
  return await page.locator("#menu .menu-item > span:not([class])").allTextContents();
}

/** Returns next year's 24 December with its weekday. */
function eve() {
  const date = Temporal.PlainDate.from({ year: year(), month: 12, day: 24 });
  const weekday = date.toLocaleString("en-GB", { weekday: "short" });
  return { typed: date.toString(), day: `24 Dec ${year()}`, inFull: `${weekday} 24 Dec ${year()}` };
}

browserTest(
  "a typed day is offered on a task's page, in a row's menu, for several tasks, and in the composer",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    const { typed, day, inFull } = eve();
    const deadlines = page.locator(".row-deadline");
    const shows = (n: number) => deadlines.filter({ hasText: day }).nth(n - 1).waitFor();

    await row(page, "Ash").focus();
    await page.keyboard.press("d");
    assert.deepEqual(await typeDay(page, typed), [inFull]);
    await page.keyboard.press("Enter");
    await shows(1);

    await select(page, "Ash", "Birch");
    await page.keyboard.press("d");
    assert.deepEqual(await typeDay(page, `Dec 24 ${year()}`), [inFull]);
    await page.getByRole("option").getByText("1 of 2").waitFor();
    await page.keyboard.press("Enter");
    await shows(2);
    await page.keyboard.press("Escape");

    await openTask(page, "Cedar");
    await page.keyboard.press("d");
    // Enter waits for the result of the typed text
    await menuField(page).waitFor();
    await page.keyboard.type(`24 dec ${year()}`);
    await page.keyboard.press("Enter");
    await tells(page, "Activity", `set the deadline to ${day}`);
    const heard = await listen(page);
    await page.keyboard.press("d");
    assert.deepEqual(await typeDay(page, "31 apr"), []);
    const none = page.locator("#menu [data-none]");
    await none.getByText("There is no 31 April. April has 30 days.").waitFor();
    await waitForAnnouncement(page, heard, "There is no 31 April. April has 30 days.");
    await page.keyboard.press("ControlOrMeta+a");
    assert.deepEqual(await typeDay(page, "31 april soon"), []);
    await none.getByText("Date not recognized.").waitFor();
    await waitForAnnouncement(page, heard, /^Date not recognized/);
    await page.keyboard.press("ControlOrMeta+a");
    assert.deepEqual(await typeDay(page, "no"), ["No deadline"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    await row(page, "Cedar").waitFor();
    await openComposer(page);
    await page.keyboard.type("Elm");
    await page.keyboard.press("Alt+Shift+d");
    assert.deepEqual(await typeDay(page, typed), [inFull]);
    await page.keyboard.press("Enter");
    await pill(page, "Deadline").getByText(day).waitFor();
    await page.keyboard.press("Control+Enter");
    await shows(4);
    assert.deepEqual(visit.complaints, []);
  },
);
