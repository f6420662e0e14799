import assert from "node:assert/strict";
import { row, signInOnPages } from "../../support/browser_walk.ts";
import type { Page } from "../../packages/playwright.ts";
import type { Visit } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { type RestartableServer, startRestartable } from "../../support/restartable_server.ts";
import { listens } from "../../support/colleagues.ts";
import { looksOf } from "../../support/open_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks, numberedNames } from "../../support/example_tasks.ts";
import { begin, edit, field } from "../../support/writing.ts";

const words = {
  cut: "You're offline. Changes appear when the connection is back.",
  ended: "You're signed out. Sign in again in another tab.",
};

const says = (page: Page, line: keyof typeof words) =>
  page.locator("#line").getByText(words[line], { exact: true }).waitFor();
const silent = (page: Page) => page.locator("#line").waitFor({ state: "hidden" });

let restartable: RestartableServer;
browserTest(
  "after a server restart, a page reports the lost connection, updates itself, and saves typed text",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const other = await visit.context.newPage();
    await other.goto("/workspace/tasks");
    await listens(other);
    await edit(page, "description");
    await listens(page);
    await restartable.kill();
    await says(page, "cut");
    await field(page, "Description").press("End");
    await page.keyboard.type(" It sticks.");
    await page.getByText("Not saved yet. Your text is stored on this device.").waitFor();
    await field(page, "Comment").fill("Bring oil.");
    await restartable.restart();
    await silent(page);
    await page.getByText("Saved", { exact: true }).waitFor();
    await createTasks(other, server.url, ["Oil the hinge"]);
    await row(other, "Oil the hinge").waitFor();
    assert.equal(await field(page, "Description").inputValue(), "It squeaks. It sticks.");
    assert.equal(await field(page, "Comment").inputValue(), "Bring oil.");
    await other.goto("/workspace/tasks/ENG-1");
    await other.locator(".markdown", { hasText: "It squeaks. It sticks." }).waitFor();
  },
  async () => restartable = await startRestartable(),
);

/** Ends a visit's session, as another tab of the browser does. */
async function signOut({ context }: Visit, origin: string) {
  const answer = await context.request.post("/auth/signout", {
    headers: { origin },
    maxRedirects: 0,
  });
  assert.equal(answer.status(), 303);
}

browserTest(
  "a page reports a session that ended elsewhere, keeps typed text, and continues after signing in again",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await begin(page);
    await edit(page, "description");
    await listens(page);
    await field(page, "Description").press("End");
    await page.keyboard.type(" It sticks.");
    await page.getByText("Saved", { exact: true }).waitFor();
    await signOut(visit, server.url);
    await says(page, "ended");
    await page.keyboard.type(" It creaks.");
    await page.getByText("Not saved yet. Your text is stored on this device.").waitFor();
    const text = "It squeaks. It sticks. It creaks.";
    assert.equal(await field(page, "Description").inputValue(), text);
    const listening = page.waitForRequest("**/workspace/live");
    const tab = await context.newPage();
    await signInOnPages(tab, server, "ada@example.com");
    await silent(page);
    await page.getByText("Saved", { exact: true }).waitFor();
    await tab.close();
    await listening;
    await createTasks(page, server.url, ["Oil the hinge"], { parentId: "ENG-1" });
    await row(page, "Oil the hinge").waitFor();
    assert.equal(await field(page, "Description").inputValue(), text);
  },
);

browserTest(
  "after a session ends, open pages stop requesting updates",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await page.goto("/workspace/tasks");
    await context.clock.install();
    const tab = await context.newPage();
    for (const one of [page, tab]) {
      await one.goto("/workspace/tasks");
      await listens(one);
    }
    const asked: string[] = [];
    context.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await signOut(visit, server.url);
    for (const one of [page, tab]) await says(one, "ended");
    await tab.close();
    await page.clock.fastForward(3_600_000);
    // The tab whose turn came makes one request, and an idle page loads the palette
    assert.equal(new Set(asked).size, asked.length, `asked again: ${asked.join(" ")}`);
  },
);

browserTest(
  "a tab that slept through an hour of changes updates at once and keeps typed text",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await begin(page);
    await page.goto("/workspace/tasks");
    await listens(page);
    const awake = await context.newPage();
    await awake.goto("/workspace/tasks/ENG-1");
    await field(awake, "Comment").fill("Bring oil.");
    await listens(awake);
    const session = await context.newCDPSession(page);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    const looks = looksOf(page);
    await createTasks(awake, server.url, numberedNames("Jar", 25));
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await row(page, "Jar 25").waitFor();
    // Without batching, each event would cause a request. How many events arrive while the page catches up depends on
    // the machine
    assert.ok(looks() <= 12, `it looked ${looks()} times for 25 changes`);
  },
);

browserTest(
  "a connection that died during sleep is reopened when the machine wakes",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await begin(page);
    await context.clock.install();
    const { promise: hung, resolve } = Promise.withResolvers<void>();
    let lines = 0;
    await intercept(page, "**/workspace/live", (route) => lines++ ? route.continue() : resolve());
    await page.goto("/workspace/tasks");
    await hung;
    await createTasks(page, server.url, numberedNames("Jar", 3));
    assert.equal(await row(page, "Jar 3").count(), 0);
    const looks = looksOf(page);
    await page.clock.fastForward(3_600_000);
    await row(page, "Jar 3").waitFor();
    assert.equal(looks(), 1);
  },
);
