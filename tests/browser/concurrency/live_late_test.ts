import assert from "node:assert/strict";
import type { Page, Request } from "../../packages/playwright.ts";
import { choose, row, tells } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { colleagues, listens } from "../../support/colleagues.ts";
import { intercept } from "../../support/interception.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest, type Stage } from "../../support/stage.ts";

/** Two people, and a task of theirs in a list that Grace has open. */
async function withList(stage: Stage) {
  const people = await colleagues(stage);
  const { ada: { token, workspaceId, teamId }, grace: { page } } = people;
  const send = async (request: string, body: object) => {
    const [method, path] = request.split(" ");
    const at = `${method} /workspaces/${workspaceId}/${path}`;
    const answer = await ask(stage.server.url, at, { token, body });
    assert.ok(answer.status < 300);
  };
  const make = (title: string) => send("POST tasks", { title, teamId });
  await make("Mend the gate");
  await page.goto("/workspace/tasks");
  await listens(page);
  return { people, send, make, page };
}

/** Delays responses after the server has sent them, until the test releases them. */
async function hold(page: Page, path: string, which: (request: Request) => boolean) {
  const given = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await intercept(page, path, async (route) => {
    if (!which(route.request())) return await route.fallback();
    // A request at the end of the test gets no response
    const response = await route.fetch().catch(() => null);
    given.resolve();
    await held.promise;
    if (response) await route.fulfill({ response }).catch(() => {});
  });
  return { given: given.promise, letGo: held.resolve };
}

/** Whether more is known than that. */
const isNewer = (heard: string) =>
  (globalThis as unknown as { points: { told(): string[][] } }).points.told().join() !== heard;

const isLook = (request: Request) =>
  request.method() === "GET" && "backlog-live" in request.headers();

browserTest(
  "changes made while a panel was loading appear in the panel",
  async (stage) => {
    const { people, send, page } = await withList(stage);
    await using _ = people;
    const { given, letGo } = await hold(page, "**/workspace/tasks/*", (one) => !isLook(one));
    await row(page, "Mend the gate").focus();
    await page.keyboard.press("Space");
    await given;
    await send("PATCH tasks/ACM-1", { title: "Paint the gate" });
    await row(page, "Paint the gate").waitFor();
    letGo();
    await page.locator("#peek-page").getByRole("heading", { name: "Paint the gate" }).waitFor();
    assert.deepEqual(people.grace.complaints, []);
  },
);

browserTest(
  "changes made while a page was loading appear on it, however many events arrive",
  async (stage) => {
    const { people, send, make, page } = await withList(stage);
    await using _ = people;
    const { given, letGo } = await hold(page, "**/workspace/tasks/*", (one) => !isLook(one));
    await row(page, "Mend the gate").click({ noWaitAfter: true });
    await given;
    await send("PATCH tasks/ACM-1", { title: "Paint the gate" });
    for (let n = 1; n <= 12; n++) {
      const heard = await page.evaluate<string>("points.told().join()");
      await make(`Jar ${n}`);
      await page.waitForFunction(isNewer, heard);
    }
    letGo();
    await page.getByRole("heading", { level: 1, name: "Paint the gate" }).waitFor();
    assert.deepEqual(people.grace.complaints, []);
  },
);

browserTest(
  "an older response doesn't revert the visible result of a person's own change",
  async (stage) => {
    const { people, page } = await withList(stage);
    await using _ = people;
    // No live events arrive, so only this page's own actions show which version is newer
    await intercept(page, "**/workspace/live*", (route) => route.abort());
    await page.goto("/workspace/tasks/ACM-1");
    await page.locator("html[data-line=cut]").waitFor();
    const { given, letGo } = await hold(page, "**/workspace/tasks/*", isLook);
    const answered = page.waitForEvent("requestfinished", isLook);
    await page.evaluate(`live.take({ seq: "${"A".repeat(22)}.0", topics: ["*"] })`);
    await given;
    await choose(page, "Priority", "High");
    await tells(page, "Properties", "High");
    letGo();
    await answered;
    await allAnswered(page);
    assert.equal(await page.locator(".rail").getByText("High", { exact: true }).count(), 1);
  },
);
