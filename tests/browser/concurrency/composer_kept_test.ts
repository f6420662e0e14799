import assert from "node:assert/strict";
import type { Page, Route } from "../../packages/playwright.ts";
import {
  enterCode,
  openTask,
  pill,
  row,
  signIn,
  signInOnPages,
} from "../../support/browser_walk.ts";
import { addRecords, openComposer, pick, signInToAcme } from "../../support/composing.ts";
import { intercept } from "../../support/interception.ts";
import { ask, signUpRemotely } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";
import { field, note } from "../../support/writing.ts";

/** Enters a new task with a description and a priority. */
async function write(page: Page, title: string) {
  await openComposer(page);
  await page.keyboard.type(title);
  await pick(page, "p", "urg");
  await pill(page, "Priority").getByText("Urgent").waitFor();
  await field(page, "Description").fill("It squeaks.");
}

/** Checks that the composer still contains everything. */
async function stands(page: Page, title: string, way: string) {
  assert.equal(await field(page, "Title").inputValue(), title, way);
  assert.equal(await field(page, "Description").inputValue(), "It squeaks.", way);
  await pill(page, "Priority").getByText("Urgent").waitFor();
}

browserTest("a new task that can't be sent keeps its text, for any response", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await write(page, "Mend the gate");
  const html = (status: number) => (route: Route) =>
    route.fulfill({ status, contentType: "text/html", body: "<!doctype html><h1>No</h1>" });
  const ways: [way: string, says: string, answers: (route: Route) => Promise<void>][] = [
    ["offline", "Can't reach the server", (route) => route.abort()],
    ["a broken server", "Can't reach the server", html(500)],
    ["a proxy's limit", "too long to send", html(413)],
    ["a firewall", "blocked this request (403)", html(403)],
    ["a portal", "blocked this request (200)", html(200)],
  ];
  /** The response to the form; after the last one, the server's own. */
  let answer = (route: Route) => route.continue();
  await intercept(
    page,
    (url) => url.pathname === "/workspace/tasks",
    (route) => route.request().method() === "POST" ? answer(route) : route.continue(),
  );
  for (const [way, says, answers] of ways) {
    // The previous response might have had the same message
    const answered = Promise.withResolvers<void>();
    answer = (route) => answers(route).then(answered.resolve);
    await page.keyboard.press("Control+Enter");
    await answered.promise;
    await page.getByRole("status").getByText(says).waitFor();
    await stands(page, "Mend the gate", way);
  }
  answer = (route) => route.continue();
  await page.keyboard.press("Control+Enter");
  await openTask(page, "Mend the gate");
});

browserTest("a new task's text survives a reload, an ended session, and a crash", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page, context } = visit;
  await write(page, "Mend the gate");
  await page.reload();
  await note(page).waitFor();
  await stands(page, "Mend the gate", "a reload");

  await context.clearCookies();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/auth\/signin/);
  await enterCode(page, stage.server, "ada@example.com", "Continue");
  await note(page).waitFor();
  await stands(page, "Mend the gate", "a session's end");

  // A page that crashes gets no chance to save, but its text is already stored
  const next = await context.newPage();
  await next.goto("/workspace/tasks");
  await openComposer(next);
  await note(next).waitFor();
  await stands(next, "Mend the gate", "a crash");
  await next.keyboard.press("Control+Enter");
  await openTask(next, "Mend the gate");
});

browserTest(
  "unfinished text isn't shown to the next person who signs in",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page, context } = visit;
    await signUpRemotely(stage.server, "frode@example.com");
    let outOfReach = false;
    await intercept(
      page,
      (url) => url.pathname === "/workspace/tasks/compose",
      (route) => outOfReach ? route.abort() : route.continue(),
    );
    const begin = async (title: string) => {
      outOfReach = true;
      await page.keyboard.press("c");
      await page.locator("[data-begins] textarea:focus").waitFor();
      await page.keyboard.type(title);
      await page.locator("[data-again]:visible").waitFor();
      outOfReach = false;
    };
    await begin("Ada's secret");
    await context.clearCookies();
    await signInOnPages(page, stage.server, "frode@example.com");
    await openComposer(page);
    assert.equal(await field(page, "Title").inputValue(), "");

    await page.keyboard.press("Escape");
    await field(page, "Title").waitFor({ state: "detached" });
    await begin("Frode's secret");
    await page.keyboard.press("Escape");
    await page.getByText("stored on this device").waitFor();
    await page.getByRole("button", { name: "Acme" }).click();
    await page.getByRole("option", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    const left = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    assert.doesNotMatch(left, /Frode's secret/);
  },
);

browserTest("sending a new task twice creates it once", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await openComposer(page);
  await page.keyboard.type("Ash");
  await page.getByRole("button", { name: "Create task" }).dblclick();
  await row(page, "Ash").waitFor();
  await openComposer(page);
  await page.keyboard.type("Birch");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await row(page, "Birch").waitFor();
  await page.reload();
  assert.deepEqual(await page.locator("#main .row-title").allTextContents(), ["Birch", "Ash"]);
});

browserTest(
  "a title of any length and script keeps its whole text, and a message reports the excess characters",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    const title = field(page, "Title");
    await title.fill("t".repeat(4_000));
    const said = page.getByText("3488 characters too many");
    await said.waitFor();
    for (const part of [said, page.getByRole("button", { name: "Create task" })]) {
      const { y, height } = (await part.boundingBox())!;
      assert.ok(y > 0 && y + height < 900, `it is in sight: ${y}`);
    }
    await page.keyboard.press("Control+Enter");
    assert.equal((await title.inputValue()).length, 4_000);
    assert.equal(await title.and(page.locator(":invalid")).count(), 1);
    const arabic = "أصلح البوابة 🧰 gate";
    await title.fill(arabic);
    await said.waitFor({ state: "detached" });
    assert.equal(await title.and(page.locator(":dir(rtl)")).count(), 1);
    await page.keyboard.press("Control+Enter");
    await row(page, arabic).waitFor();
  },
);

browserTest(
  "a new task keeps its text if its project was meanwhile archived",
  async ({ server, open }) => {
    const { owner: { token, workspaceId } } = await addRecords(server);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    await pick(page, "m", "gate");
    await pill(page, "Project").getByText("Gatehouse").waitFor();
    const path = `DELETE /workspaces/${workspaceId}/projects/GAT`;
    assert.equal((await ask(server.url, path, { token })).status, 200);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("The project GAT is archived.").waitFor();
    assert.equal(await field(page, "Title").inputValue(), "Mend the gate");
    await pick(page, "m", "no project");
    await page.keyboard.press("Control+Enter");
    await row(page, "Mend the gate").waitFor();
  },
);
