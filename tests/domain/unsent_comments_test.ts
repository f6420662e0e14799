import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import type { UnsentComment } from "../../server/domain/comments/schema.ts";
import { discardUnsentComment } from "../../server/domain/comments/unsent/discard.ts";
import { forgetUnsent } from "../../server/domain/comments/unsent/erase.ts";
import { keepUnsentComment } from "../../server/domain/comments/unsent/keep.ts";
import { MOST_KEPT } from "../../server/domain/comments/unsent/limits.ts";
import { findUnsentComment, listUnsentComments } from "../../server/domain/comments/unsent/read.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { search } from "../../server/domain/search/search.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const keep = async (
  { world }: Cast,
  by: Person,
  taskId: string,
  body: string,
  version?: number,
): Promise<UnsentComment> => {
  const input = { taskId, body, version };
  return parseJson((await perform(world.services, by.member, keepUnsentComment, input)).json);
};
const find = async ({ world }: Cast, by: Person, taskId: string): Promise<UnsentComment> =>
  parseJson((await perform(world.services, by.member, findUnsentComment, { taskId })).json);
const say = ({ world }: Cast, by: Person, input: Record<string, unknown>) =>
  perform(world.services, by.member, createComment, input);
const bodies = async ({ world }: Cast, by: Person): Promise<string[]> => {
  const page = await perform(world.services, by.member, listUnsentComments, { limit: 250 });
  return parseJson(page.records).map(({ body }) => body);
};
const gone = { status: 404 } as const;

Deno.test("a draft comment is visible only to its author, and leaves no other trace", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, world } = cast;
    const { id } = await cast.task(ada);
    const everything = async () => {
      const tables = [
        "activity",
        "audit",
        "notifications",
        "comments",
        "search_documents",
      ] as const;
      const { read } = world.database;
      const counted = tables.map((name) =>
        read.selectFrom(name).select((e) => e.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      );
      const version = read.selectFrom("tasks").select("version").where("id", "=", id)
        .executeTakeFirstOrThrow();
      return JSON.stringify(await Promise.all([...counted, version]));
    };
    const before = await everything();
    const kept = await keep(cast, chidi, id, "Half a thought for @ada");
    assert.deepEqual([kept.body, kept.task.reference], ["Half a thought for @ada", "ENG-1"]);
    assert.equal(await everything(), before);
    assert.deepEqual(await find(cast, chidi, "ENG-1"), kept);
    assert.deepEqual(await bodies(cast, chidi), ["Half a thought for @ada"]);
    for (const other of [ada, bao]) {
      await refused(find(cast, other, id), gone);
      assert.deepEqual(await bodies(cast, other), []);
      const found = await perform(world.services, other.member, search, { q: "thought" });
      assert.ok(!JSON.stringify(found).includes("Half"));
    }
  }));

Deno.test("a draft comment requires permission to comment, and has the same length limit as comments", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, dina, frode, esra } = cast;
    const { id } = await cast.task(ada);
    await refused(keep(cast, dina, id, "x"), { status: 403, code: "not_commenter" });
    await refused(keep(cast, frode, id, "x"), gone);
    for (const body of ["", " \n", "x".repeat(20_001), "a\0b"]) {
      await refused(keep(cast, esra, id, body), { status: 422, fields: ["body"] });
    }
    await keep(cast, esra, id, "x".repeat(20_000));
  }));

Deno.test("a text that another device saved meanwhile isn't overwritten before the author sees it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { id } = await cast.task(ada);
    const first = await keep(cast, ada, id, "One", 0);
    await refused(keep(cast, ada, id, "Two", 0), { status: 412 });
    world.clock.advance({ seconds: 3 });
    const second = await keep(cast, ada, id, "Two", first.version);
    assert.ok(second.version > first.version);
    await refused(keep(cast, ada, id, "Three", first.version), { status: 412 });
    assert.deepEqual(await keep(cast, ada, id, "Two", first.version), second, "the same again");
    await keep(cast, ada, id, "Four");
    const discard = (version?: number) =>
      perform(world.services, ada.member, discardUnsentComment, { taskId: id, version });
    await refused(discard(first.version), { status: 412 });
    assert.equal((await find(cast, ada, id)).body, "Four");
    await discard();
    await discard();
    await refused(find(cast, ada, id), gone);
    await refused(keep(cast, ada, id, "Five", second.version), { status: 412 });
  }));

Deno.test("posting a comment deletes its draft by text or version, and keeps other drafts", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { id: taskId } = await cast.task(ada);
    await keep(cast, ada, taskId, "Long and careful");
    await keep(cast, chidi, taskId, "Quick");
    await say(cast, ada, { taskId, body: "Quick" });
    assert.equal((await find(cast, ada, taskId)).body, "Long and careful");
    assert.equal((await find(cast, chidi, taskId)).body, "Quick", "another one's");
    await say(cast, ada, { taskId, body: "Long and careful" });
    await refused(find(cast, ada, taskId), gone);
    const begun = await keep(cast, ada, taskId, "Half");
    await say(cast, ada, { taskId, body: "Half and half", unsentVersion: begun.version });
    await refused(find(cast, ada, taskId), gone);
    world.clock.advance({ seconds: 1 });
    const newer = await keep(cast, ada, taskId, "From the phone");
    await say(cast, ada, { taskId, body: "From the desk", unsentVersion: begun.version });
    assert.deepEqual(await find(cast, ada, taskId), newer);
  }));

Deno.test("a comment posted from one device can't be posted again from another device that still shows it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { id: taskId } = await cast.task(ada);
    const { version } = await keep(cast, ada, taskId, "Done.");
    world.clock.advance({ minutes: 1 });
    const sent = { taskId, body: "Done.", unsentVersion: version };
    await say(cast, ada, sent);
    await refused(say(cast, ada, sent), { status: 409, code: "comment_already_sent" });
    await say(cast, ada, { ...sent, body: "Done, really." });
    await say(cast, ada, { taskId, body: "Done." });
    world.clock.advance({ minutes: 1 });
    const again = await keep(cast, ada, taskId, "Done.");
    await say(cast, ada, { taskId, body: "Done.", unsentVersion: again.version });
  }));

Deno.test("a late save of comment text is dropped if the finished comment was already posted", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, esra, world } = cast;
    const { id: taskId } = await cast.task(ada);
    const late = (body: string, age: number) =>
      perform(world.services, ada.member, keepUnsentComment, { taskId, body, age });
    const sent = { status: 409, code: "comment_already_sent" };
    await say(cast, esra, { taskId, body: "Half a thought of another" });
    await say(cast, ada, { taskId, body: "Half_ a thought, whole" });
    world.clock.advance({ seconds: 10 });
    await refused(late("Half_ a thought", 11_000), sent);
    await refused(late("  Half_ a thought, whole\n", 11_000), sent);
    await refused(find(cast, ada, taskId), gone);
    for (const body of ["Half a thought", "half_ a", "a thought"]) {
      await late(body, 11_000);
      await perform(world.services, ada.member, discardUnsentComment, { taskId });
    }
    await late("Half_ a thought", 9_000);
    await late("Half_ a thought", 11_000);
    assert.equal((await find(cast, ada, taskId)).body, "Half_ a thought", "it is kept already");
    await refused(late("x", -1), { status: 422, fields: ["age"] });
  }));

Deno.test("a draft comment is deleted after 30 days, beyond a hundred drafts, and when the author leaves", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra, world } = cast;
    const stored = async () => {
      const rows = await world.database.read.selectFrom("unsent_comments").select("body").execute();
      return rows.map(({ body }) => body).toSorted();
    };
    const [first, last] = [await cast.task(ada), await cast.task(ada)];
    await keep(cast, ada, first.id, "Old");
    world.clock.advance({ days: 29 });
    await keep(cast, ada, last.id, "New");
    await keep(cast, chidi, last.id, "Theirs");
    await forgetUnsent(world.services);
    assert.deepEqual(await stored(), ["New", "Old", "Theirs"]);
    world.clock.advance({ days: 1 });
    await refused(find(cast, ada, first.id), gone);
    assert.deepEqual(await bodies(cast, ada), ["New"]);
    await keep(cast, ada, first.id, "Old", 0);
    world.clock.advance({ days: 29 });
    await forgetUnsent(world.services);
    assert.deepEqual(await stored(), ["Old"]);
    await keep(cast, chidi, last.id, "Theirs");
    const input = { profileId: chidi.member.profile.id };
    await perform(world.services, ada.member, removeMember, input);
    assert.deepEqual(await stored(), ["Old"]);
    await keep(cast, esra, first.id, "Another person's");
    for (let n = 0; n < MOST_KEPT; n++) {
      world.clock.advance({ seconds: 1 });
      await keep(cast, ada, (await cast.task(ada)).id, `${n}`);
    }
    assert.equal((await stored()).length, MOST_KEPT + 1);
    assert.ok(!(await stored()).includes("Old"));
    assert.ok((await stored()).includes("Another person's"));
  }));

Deno.test("a draft comment isn't listed while its task is archived or hidden", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, dina, world, teams } = cast;
    const { id } = await cast.task(ada);
    await keep(cast, ada, id, "Half");
    await perform(world.services, ada.member, archiveTask, { taskId: id });
    assert.deepEqual(await bodies(cast, ada), []);
    await refused(keep(cast, ada, id, "More"), { status: 409, code: "task_archived" });
    const secret = await cast.task(dina, { teamId: teams.ppl });
    await keep(cast, dina, secret.id, "Secret");
    const hidden = { ...dina.member, hiddenTeamIds: [teams.ppl] };
    assert.deepEqual(await bodies(cast, { ...dina, member: hidden }), []);
    await refused(find(cast, { ...dina, member: hidden }, secret.id), gone);
  }));
