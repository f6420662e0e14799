import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { say } from "../../support/commenting.ts";
import { intercept } from "../../support/interception.ts";
import { looksOf } from "../../support/open_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";
import { begin, field, note, post, taskPage } from "../../support/writing.ts";

const ended = (page: Page) => page.locator("#line").getByText("You're signed out.");

browserTest("an update of the page waits until a composed letter is finished", async (stage) => {
  await using visit = await stage.enter();
  const { page, context } = visit;
  await begin(page);
  await context.clock.install();
  await page.goto("/workspace/tasks");
  await listens(page);
  const other = await context.newPage();
  await other.goto("/workspace/tasks");
  await listens(other);
  const looks = looksOf(page);
  const compose = (part: "start" | "end") =>
    page.locator("body").dispatchEvent(`composition${part}`);
  await compose("start");
  await createTasks(page, stage.server.url, ["Oil the hinge"]);
  // The page listens for both tabs, so it received the other tab's events
  await other.clock.runFor(2_000);
  await row(other, "Oil the hinge").waitFor();
  await page.clock.runFor(5_000);
  assert.equal(looks(), 0);
  await compose("end");
  await page.clock.runFor(1_000);
  await row(page, "Oil the hinge").waitFor();
});

browserTest("an update keeps a rejected form with its error", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await say(page, "Oil it.");
  await page.getByRole("link", { name: /^Edit .+'s comment$/ }).click();
  const text = field(page, "Your comment");
  const form = page.locator("form", { has: text });
  // The browser would reject an empty comment itself
  await form.evaluate((one) => one.setAttribute("novalidate", ""));
  await text.fill("");
  await form.getByRole("button", { name: "Save" }).click();
  const error = form.locator(".error, [role=alert]");
  await error.waitFor();
  await page.locator("#main").focus();
  await listens(page);
  await post(page, { priority: "urgent" });
  await page.locator(".rail").getByText("Urgent").waitFor();
  assert.equal(await error.count(), 1);
  assert.equal(await text.inputValue(), "");
  assert.equal(await note(page).count(), 0);
});

browserTest("a page reports that its own request found the session ended", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await listens(page);
  await intercept(
    page,
    `**${taskPage}`,
    (route) =>
      "backlog-live" in route.request().headers()
        ? route.fulfill({ status: 401 })
        : route.continue(),
  );
  await post(page, { priority: "urgent" });
  await ended(page).waitFor();
});
