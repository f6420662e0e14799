import assert from "node:assert/strict";
import { readPresences } from "../../../server/domain/live/presence_rows.ts";
import { createTestApp, type TestApp } from "../../support/app.ts";
import { browserCookie } from "../../support/browser_session.ts";
import { assemble, type Cast } from "../../support/cast.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { startLibsqlServer } from "../../support/libsql_server.ts";
import { listen } from "../../support/listening.ts";
import { testOrigin } from "../../support/world.ts";

/**
 * The time limit for a process to learn of another one's presence, however slow the machine is. The goal is a second.
 */
const PATIENCE_MS = 10_000;

Deno.test("two processes that share a file exchange presence", async () => {
  await using folder = await temporaryFolder();
  await eachKnowsWhoIsAtTheOther(`file:${folder.file("backlog.db")}`);
});

Deno.test("two processes that share a libSQL server exchange presence", async () => {
  await using folder = await temporaryFolder();
  await using libsql = startLibsqlServer(folder.file("remote.db"));
  await eachKnowsWhoIsAtTheOther(libsql.url);
});

async function eachKnowsWhoIsAtTheOther(databaseUrl: string): Promise<void> {
  await using one = await createTestApp({ databaseUrl });
  const cast = await assemble(one.world);
  const task = await cast.task(cast.ada);
  await using two = await createTestApp({ databaseUrl });
  const [ada, esra] = [await cookieOf(one, cast, "ada"), await cookieOf(one, cast, "esra")];
  const elapsed = one.world.clock.now().getTime() - two.world.clock.now().getTime();
  two.world.clock.advance({ seconds: elapsed / 1_000 });
  const { name } = cast.esra.member.profile;
  await using atOne = await listen(one, ada);
  await one.live.keepPresence();
  await say(one, ada, task.id);
  // A later process learns of earlier presence
  await using atTwo = await listen(two, esra);
  assert.match(await soon(two, one, esra, task.id, /is viewing this task/), /is viewing this task/);

  await say(two, esra, task.id, { writing: "comment" });
  assert.match(await soon(one, two, ada, task.id, /writing/), new RegExp(name));
  assert.ok((await atOne.heard()).some(({ event }) => event === "here"), "and its pages are told");
  await say(one, ada, task.id, { writing: "description" });
  assert.match(await soon(two, one, esra, task.id, /editing the desc/), /editing the description/);
  assert.ok((await atTwo.heard()).some(({ event }) => event === "here"));

  // A load balancer sends a tab to different processes
  for (const { world } of [one, two]) world.clock.advance({ seconds: 1 });
  await say(one, esra, task.id, { left: "1" });
  assert.equal(await soon(one, two, ada, task.id, /^$/), "");
  assert.equal(await soon(two, one, ada, task.id, /^$/), "");

  await say(two, esra, task.id, { writing: "title" });
  assert.match(await soon(one, two, ada, task.id, /editing the title/), new RegExp(name));
  // A killed process sends nothing anymore
  await atTwo[Symbol.asyncDispose]();
  one.world.clock.advance({ seconds: 26 });
  assert.equal(await say(one, ada, task.id), "");
  for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS;) {
    await one.live.keepPresence();
    if ((await readPresences(one.world.services)).length === 1) break;
    await pause();
  }
  assert.equal((await readPresences(one.world.services)).length, 1, "and is forgotten");
}

const cookieOf = ({ world }: TestApp, cast: Cast, name: "ada" | "esra") =>
  browserCookie(world, cast[name].email);

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Returns the response to a tab that reports its open task. */
async function say(
  { app }: TestApp,
  cookie: string,
  taskId: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const answer = await app.request(`/workspace/tasks/${taskId}/here`, {
    method: "POST",
    headers: {
      cookie,
      origin: testOrigin,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: String(new URLSearchParams({ tab: "one", ...fields })),
  });
  return (await answer.text()).replace(/<[^>]+>/g, " ");
}

/** Returns a tab's response from one process once it is as expected, because processes synchronize. */
async function soon(
  asked: TestApp,
  other: TestApp,
  cookie: string,
  taskId: string,
  fits: RegExp,
): Promise<string> {
  let answer = "";
  for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS;) {
    for (const { live } of [other, asked]) {
      await live.keepPresence();
      await live.look();
    }
    answer = await say(asked, cookie, taskId);
    if (fits.test(answer)) break;
    await pause();
  }
  return answer;
}
