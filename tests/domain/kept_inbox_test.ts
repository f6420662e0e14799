import assert from "node:assert/strict";
import { openDatabase } from "../../server/database/open.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listInbox } from "../../server/domain/inbox/list.ts";
import { authenticate } from "../../server/domain/sessions/authenticate.ts";
import { type Person, withCast } from "../support/cast.ts";
import { temporaryFolder } from "../support/folder.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

const titles = async (...asked: Parameters<typeof inboxOf>) =>
  (await inboxOf(...asked)).map(({ subject }) => subject.title);

Deno.test("a cached inbox isn't used for another person, or after the person's visibility narrowed", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, esra, teams } = cast;
    const { project } = planner(cast);
    const { id } = chidi.member.profile;
    await project(ada, { name: "Relaunch", memberIds: [id] });
    await cast.task(ada, { assigneeId: id });
    const seeing = (patch: Partial<Person["member"]>): Person => ({
      ...chidi,
      member: { ...chidi.member, ...patch },
    });
    const { credential } = chidi.member;
    const scopes = new Set([...credential.scopes].filter((scope) => scope !== "projects.read"));
    const token = seeing({ credential: { ...credential, scopes } });
    const outside = seeing({ hiddenTeamIds: [teams.eng] });
    for (let round = 0; round < 2; round++) {
      assert.deepEqual((await titles(cast, chidi)).toSorted(), ["Mend the gate", "Relaunch"]);
      assert.deepEqual(await titles(cast, token), ["Mend the gate"]);
      assert.deepEqual(await titles(cast, outside), ["Relaunch"]);
      for (const other of [ada, bao, esra]) assert.deepEqual(await titles(cast, other), []);
      assert.deepEqual((await titles(cast, chidi, { limit: 1 })).length, 1);
      assert.deepEqual(await titles(cast, chidi, { archived: "true" }), []);
    }
  }));

Deno.test("an inbox is cached until any commit, even by another process", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("one.db")}`;
  await withCast(createWorld({ databaseUrl }), async (cast) => {
    const { ada, chidi, world } = cast;
    const read = () => perform(world.services, chidi.member, listInbox, {});
    const { id } = await cast.task(ada, { assigneeId: chidi.member.profile.id });
    const first = await read();
    assert.equal(await read(), first);
    const other = await openDatabase(databaseUrl);
    await other.write((tx) =>
      tx.updateTable("tasks").set({ title: "Paint it" }).where("id", "=", id).execute()
    );
    await other.close();
    // A request authenticates first, which checks for commits
    const token = { value: chidi.tokens.accessToken, kind: "access" } as const;
    await authenticate(world.services, token, "api", null);
    assert.deepEqual(await titles(cast, chidi), ["Paint it"]);
  });
});
