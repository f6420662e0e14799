import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row, signIn } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { giveTasks } from "../../support/given_tasks.ts";
import { startInside } from "../../support/house_server.ts";
import { looksOf } from "../../support/open_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks, numberedNames } from "../../support/example_tasks.ts";
import { begin } from "../../support/writing.ts";

/** Shows or hides a tab by the browser's visibility event. */
const see = (page: Page, isSeen: boolean) =>
  page.evaluate(`
    Object.defineProperty(document, "hidden", { value: ${!isSeen}, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  `);

browserTest(
  "a tab hidden for an hour requests nothing, and updates as soon as it is visible",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await begin(page);
    await context.clock.install();
    await page.goto("/workspace/tasks");
    await listens(page);
    const awake = await context.newPage();
    await awake.goto("/workspace/tasks");
    await listens(awake);
    await see(page, false);
    const looks = looksOf(page);
    await createTasks(awake, server.url, numberedNames("Jar", 25));
    await awake.clock.runFor(2_000);
    await row(awake, "Jar 25").waitFor();
    await page.clock.runFor(3_600_000);
    assert.equal(looks(), 0);
    await see(page, true);
    await page.clock.runFor(1);
    await row(page, "Jar 25").waitFor();
    assert.equal(looks(), 1);
  },
);

let ahead = 0;
browserTest(
  "a snoozed entry returns to the open inbox when its snooze ends",
  async ({ server, open }) => {
    await giveTasks(server, ["Mend the gate"]);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/inbox");
    await listens(page);
    await row(page, "Mend the gate").focus();
    await page.keyboard.press("h");
    await page.getByRole("option", { name: /^Tomorrow/ }).waitFor();
    await page.keyboard.type("3h");
    await page.getByRole("option", { name: /In 3 hours|, \d\d:\d\d/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("You're all caught up").waitFor();
    ahead = 3 * 3_600_000 + 60_000;
    await page.locator(".entry:not([data-read])", { hasText: "Mend the gate" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
  () => {
    ahead = 0;
    return startInside({ clock: () => new Date(Date.now() + ahead) });
  },
);
