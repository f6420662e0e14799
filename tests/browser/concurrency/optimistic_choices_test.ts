import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { select } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const jars = (page: Page, origin: string) =>
  createAndListTasks(page, origin, numberedNames("Jar", 3));
const marked = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name });

/** Opens a menu by its key and chooses by a digit. The request waits until the test releases it. */
async function chooseHeld(page: Page, key: string, digit: string) {
  await page.keyboard.press(key);
  await page.locator("#menu [role=option]").first().waitFor();
  const held = Promise.withResolvers<"go" | "fail">();
  const asked = Promise.withResolvers<void>();
  await intercept(page, "**/workspace/tasks/*", async (route) => {
    if (route.request().method() !== "POST") return await route.continue();
    asked.resolve();
    if (await held.promise === "go") await route.continue();
    else await route.abort();
  });
  await page.keyboard.press(digit);
  await asked.promise;
  return held.resolve;
}

browserTest(
  "a choice appears in rows and on the task's page before the server responds",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await select(page, "Jar 3", "Jar 2");
    const go = await chooseHeld(page, "s", "1");
    assert.equal(await marked(page, "Status: In progress").count(), 2);
    const shape = await marked(page, "Status: In progress").first().locator("use")
      .getAttribute("href");
    assert.equal(shape, "#m-progressed");
    go("go");
    await page.getByRole("status").getByText("Status of 2 tasks changed").waitFor();
    assert.equal(await marked(page, "Status: In progress").count(), 2);
    await page.unroute("**/workspace/tasks/*");
    await openTask(page, "Jar 1");
    const then = await chooseHeld(page, "p", "1");
    const rail = page.getByRole("complementary", { name: "Properties" });
    assert.equal(await rail.getByRole("link", { name: "Priority Urgent" }).count(), 1);
    then("go");
    await page.getByRole("status").getByText("Priority of ENG-1 changed").waitFor();
    assert.equal(await rail.getByRole("link", { name: "Priority Urgent" }).count(), 1);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a choice that can't be sent is reverted, with the reason",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await row(page, "Jar 2").focus();
    const fail = await chooseHeld(page, "p", "1");
    assert.equal(await marked(page, "Priority: Urgent").count(), 1);
    fail("fail");
    await page.getByText("Can't reach the server").waitFor();
    assert.equal(await marked(page, "Priority: Urgent").count(), 0);
    assert.equal(await marked(page, "Priority: No priority").count(), 3);
  },
);

browserTest("a rejected choice is reverted, with the reason", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await jars(page, server.url);
  await row(page, "Jar 2").focus();
  const go = await chooseHeld(page, "s", "1");
  assert.equal(await marked(page, "Status: In progress").count(), 1);
  const archived = await page.request.post("/workspace/tasks/ENG-2", {
    form: { act: "archive" },
    headers: { origin: server.url },
    maxRedirects: 0,
  });
  assert.equal(archived.status(), 303);
  go("go");
  await page.getByText("This task is archived").waitFor();
  assert.equal(await marked(page, "Status: In progress").count(), 0);
});

browserTest(
  "a list isn't rerendered while another page loads, unless that page fails",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    const changed = () => page.getByRole("status").getByText(/^Priority of .* changed/).waitFor();
    const drawn = page.locator("html[data-drawn]");
    await page.evaluate(`
      new MutationObserver(() => document.documentElement.dataset.drawn = "")
        .observe(document.querySelector("#main"), { childList: true, attributes: true });
    `);
    await row(page, "Jar 2").focus();
    const go = await chooseHeld(page, "p", "1");
    const leave = Promise.withResolvers<void>();
    await intercept(
      page,
      "**/workspace/tasks/ENG-1",
      (route) => leave.promise.then(() => route.abort()),
    );
    await row(page, "Jar 1").click();
    await page.evaluate("delete document.documentElement.dataset.drawn");
    go("go");
    await changed();
    assert.equal(await drawn.count(), 0);
    assert.equal(await marked(page, "Priority: Urgent").count(), 1);
    leave.resolve();
    await drawn.waitFor({ state: "attached" });
    assert.equal(await marked(page, "Priority: Urgent").count(), 1);
  },
);
