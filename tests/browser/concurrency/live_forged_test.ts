import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row, signUp } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { looksOf } from "../../support/open_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";
import { begin } from "../../support/writing.ts";

/** Returns the ID of the profile for which a page was rendered. */
const profileOf = (page: Page) => page.evaluate<string>("sentBy()['Backlog-Profile']");

browserTest(
  "messages from other workspaces' tabs and forged messages don't affect a page's stream",
  async ({ server, enter, open }) => {
    await using other = await open();
    await signUp(other.page, server, "frode@example.com");
    await other.page.goto("/workspace/tasks");
    const theirs = await profileOf(other.page);
    await using visit = await enter();
    const { page, context } = visit;
    await begin(page);
    await page.goto("/workspace/tasks");
    await listens(page);
    const own = await profileOf(page);
    assert.notEqual(own, theirs);
    // A page of the same origin that doesn't listen to the stream itself
    const forger = await context.newPage();
    await forger.goto("/openapi.json");
    const looks = looksOf(page);
    const say = (who: string, messages: unknown[]) =>
      forger.evaluate(`for (const message of ${JSON.stringify(messages)}) {
        new BroadcastChannel("live ${who}").postMessage(message);
      }`);
    const forged = [
      { seq: "AAAAAAAAAAAAAAAAAAAAAA.99999999", topics: ["*"] },
      { line: "ended" },
      { line: "elsewhere" },
    ];
    await say(theirs, forged);
    await say(own, [{ asks: "forger", heard: "yesterday" }, { to: "nobody", topics: ["*"] }, {}]);
    await createTasks(page, server.url, ["Oil the hinge"]);
    await row(page, "Oil the hinge").waitFor();
    assert.equal(looks(), 1);
    assert.equal(await page.locator("#line").isVisible(), false);
    assert.deepEqual(visit.complaints, []);
  },
);
