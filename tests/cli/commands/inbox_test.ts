import assert from "node:assert/strict";
import { type TestApp, withApp } from "../../support/app.ts";
import type { Cast } from "../../support/cast.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { inboxOf } from "../../support/inbox.ts";
import { type Line, linesWithoutStart, runLine } from "../support/lines.ts";

Deno.test("both command lines read, mark, snooze, and unfollow entries, and mark the whole inbox as read", async () => {
  for (const line of linesWithoutStart) await withApp({}, (app, cast) => walk(line, app, cast));
});

async function walk(line: Line, app: TestApp, cast: Cast): Promise<void> {
  await using home = await temporaryFolder();
  const heard = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
  await using server = Deno.serve(heard, (asked) => app.app.fetch(asked));
  const env = {
    BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
    BACKLOG_TOKEN: cast.chidi.tokens.accessToken,
    BACKLOG_WORKSPACE: cast.workspaceId,
  };
  const run = async (...args: string[]) => {
    const outcome = await runLine(line, home.path, ["inbox", ...args], { env });
    assert.equal(outcome.code, 0, `${args}: ${outcome.stderr}`);
    return JSON.parse(outcome.stdout);
  };
  const listed = async (...args: string[]) =>
    (await run("list", ...args)).notifications
      .map(({ subject }: { subject: { reference: string } }) => subject.reference);
  for (const title of ["Mend the gate", "Oil the hinge"]) {
    app.world.clock.advance({ seconds: 1 });
    await cast.task(cast.ada, { title, assigneeId: cast.chidi.member.profile.id });
  }
  const { id } = (await inboxOf(cast, cast.chidi))[0]!;
  assert.deepEqual(await listed("--reason", "assignment, mention"), ["ENG-2", "ENG-1"]);
  assert.deepEqual(await listed("--reason", "mention"), []);
  assert.deepEqual(await listed("--limit", "1"), ["ENG-2"]);
  assert.ok((await run("read", id)).notification.readAt);
  assert.deepEqual(await listed("--unread"), ["ENG-1"]);
  assert.equal((await run("unread", id)).notification.readAt, null);
  await run("archive", id);
  assert.deepEqual(await listed("--archived"), ["ENG-2"]);
  await run("restore", id);
  const until = new Date(app.world.clock.now().getTime() + 3_600_000).toISOString();
  assert.equal(
    (await run("snooze", id, until)).notification.snoozedUntil.slice(0, 13),
    until.slice(0, 13),
  );
  assert.deepEqual([await listed("--snoozed"), await listed()], [["ENG-2"], ["ENG-1"]]);
  assert.equal((await run("unsnooze", id)).notification.snoozedUntil, null);
  const { counts } = await run("count");
  assert.deepEqual([counts.unread, counts.snoozed, counts.reasons.assignment], [2, 0, 2]);
  assert.deepEqual(await run("unfollow", id), { following: false });
  assert.deepEqual(await run("follow", id), { following: true });
  assert.equal((await run("read-all", "--reason", "mention")).read, 0);
  const { read, readAt } = await run("read-all");
  assert.equal(read, 2);
  assert.deepEqual(await run("unread-all", "--read-at", readAt), { unread: true });
  assert.equal((await run("count")).counts.unread, 2);
}
