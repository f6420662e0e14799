import assert from "node:assert/strict";
import { sql } from "kysely";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { updateComment } from "../../server/domain/comments/update.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { channelFor, channelOf, readChoices } from "../../server/domain/side_effects/channels.ts";
import { notificationKinds } from "../../server/domain/vocabulary.ts";
import { followTask, unfollowTask } from "../../server/domain/tasks/follow.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Comment } from "../../server/domain/comments/schema.ts";
import { updatePreferences } from "../../server/domain/preferences/update.ts";
import { updateProfile } from "../../server/domain/profiles/update.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { createWorld } from "../support/world.ts";

/** Each act a second after the one before, so that "newest first" is sure. */
const later = (cast: Cast) => cast.world.clock.advance({ seconds: 1 });
const comment = async (cast: Cast, by: Person, taskId: string, body = "Well done.") => {
  later(cast);
  return parseJson<Comment>(
    (await perform(cast.world.services, by.member, createComment, { taskId, body })).json,
  );
};
const change = (cast: Cast, by: Person, taskId: string, patch: Record<string, unknown>) => {
  later(cast);
  return perform(cast.world.services, by.member, updateTask, { taskId, patch });
};
const id = (who: Person) => who.member.profile.id;

Deno.test("a new assignee is notified, unless they assigned the task to themselves", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    await cast.task(cast.chidi, { assigneeId: "me" });
    const [entry, ...rest] = await inboxOf(cast, cast.chidi);
    assert.deepEqual(rest, []);
    assert.deepEqual(
      [entry?.kind, entry?.subject.reference, entry?.subject.title, entry?.actor?.name],
      ["assignment", "ENG-1", "Mend the gate", "Ada Lovelace"],
    );
    assert.deepEqual([entry?.subject.url, entry?.readAt, entry?.archivedAt], [
      task.url,
      null,
      null,
    ]);
    assert.deepEqual(await heard(cast, cast.ada), []);
  }));

Deno.test("people mentioned in a description are notified once, and after an edit only new ones", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { description: "With @chidi, @chidi and @nobody" });
    await change(cast, cast.ada, task.id, { description: "@bao and @chidi and @ada-lovelace" });
    assert.deepEqual(await heard(cast, cast.chidi), ["mention"]);
    assert.deepEqual(await heard(cast, cast.bao), ["mention"]);
    assert.deepEqual(await heard(cast, cast.ada), []);
    assert.equal((await inboxOf(cast, cast.chidi))[0]?.earlier.length, 0);
  }));

Deno.test("a comment notifies followers, and mentioned people with a mention", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    await comment(cast, cast.esra, taskId, "What do you think, @bao?");
    assert.deepEqual(await heard(cast, cast.ada), ["comment"]);
    assert.deepEqual(await heard(cast, cast.chidi), ["comment"]);
    assert.deepEqual(await heard(cast, cast.bao), ["mention"]);
    assert.deepEqual([await heard(cast, cast.esra), await heard(cast, cast.dina)], [[], []]);
    assert.equal((await inboxOf(cast, cast.bao))[0]?.comment?.excerpt, "What do you think, @bao?");
    await comment(cast, cast.bao, taskId, "Good.");
    assert.deepEqual(await heard(cast, cast.esra), ["comment"]);
  }));

Deno.test("emails are queued only for people who want them, but all notifications are in the inbox", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, esra, world: { database, services } } = cast;
    const { id: taskId } = await cast.task(ada);
    await perform(services, bao.member, updatePreferences, { notifications: { mention: "inbox" } });
    await database.write((tx) =>
      tx.updateTable("users").set({ verified_at: null }).where("id", "=", chidi.member.userId)
        .execute()
    );
    await comment(cast, ada, taskId, "@bao, @chidi, @esra?");
    for (const who of [bao, chidi, esra]) assert.deepEqual(await heard(cast, who), ["mention"]);
    const waiting = await database.read.selectFrom("outbox").select("recipient_id").execute();
    assert.deepEqual(waiting.map((mail) => mail.recipient_id), [id(esra)]);
  }));

Deno.test("a person who turned off a kind of notification gets none of that kind", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, world: { services } } = cast;
    const { id: taskId } = await cast.task(ada);
    const off = { mention: "off", comment: "off", approval: "off" };
    await perform(services, bao.member, updatePreferences, { notifications: off });
    await comment(cast, ada, taskId, "@bao, @chidi?");
    for (const { member } of [bao, chidi]) {
      const asked = { taskId, approverId: member.profile.id, body: "May I?" };
      await perform(services, ada.member, createApproval, asked);
    }
    assert.deepEqual(await heard(cast, bao), []);
    assert.deepEqual((await heard(cast, chidi)).toSorted(), ["approval", "mention"]);
  }));

Deno.test("the 25 newest notifications about a record are stored, and all about others", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world: { database } } = cast;
    const assigned = { assigneeId: id(chidi) };
    const [quiet, busy] = [await cast.task(ada, assigned), await cast.task(ada, assigned)];
    for (const task of [quiet, ...Array.from({ length: 30 }, () => busy)]) {
      await comment(cast, ada, task.id);
    }
    const stored = async (task: { id: string }) =>
      (await database.read.selectFrom("notifications").select("id")
        .where("recipient_id", "=", id(chidi)).where("subject_id", "=", task.id).execute()).length;
    assert.deepEqual([await stored(quiet), await stored(busy)], [2, 25]);
  }));

Deno.test("notification preferences mean the same in SQL and in code", () =>
  withCast(createWorld(), async ({ ada, world: { clock, database, services } }) => {
    const context = { actor: ada.member, db: database.read, now: clock.now(), services };
    const kept = ["{}", '{"mention":"off","comment":"mail"}', "null", "[]", "no JSON"];
    for (const notifications of kept) {
      await database.write((tx) =>
        tx.updateTable("users").set({ notifications }).where("id", "=", ada.member.userId).execute()
      );
      const choices = (await readChoices(context, [id(ada)])).get(id(ada));
      for (const kind of notificationKinds) {
        const { rows: [row] } = await sql<{ channel: string }>`
          select ${channelOf("u", kind)} as channel from users u where u.id = ${ada.member.userId}`
          .execute(database.read);
        assert.equal(channelFor(choices, kind), row?.channel, `${kind}: ${notifications}`);
      }
    }
  }));

Deno.test("editing a comment notifies only newly mentioned people", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { id: commentId } = await comment(cast, cast.chidi, taskId, "Hm, @bao");
    const before = await inboxOf(cast, cast.bao);
    later(cast);
    const body = "Hm, @bao and @esra";
    const { services } = cast.world;
    await perform(services, cast.chidi.member, updateComment, { taskId, commentId, body });
    assert.deepEqual(await heard(cast, cast.esra), ["mention"]);
    assert.deepEqual(
      (await inboxOf(cast, cast.bao)).map((entry) => entry.id),
      before.map((entry) => entry.id),
    );
    assert.equal((await inboxOf(cast, cast.ada))[0]?.earlier.length, 0);
  }));

Deno.test("followers are notified about a new status, but not about other changes", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    await change(cast, cast.chidi, taskId, { title: "New", priority: "high", tags: ["Bug"] });
    assert.deepEqual(await heard(cast, cast.ada), []);
    await change(cast, cast.chidi, taskId, { status: "completed" });
    const [entry] = await inboxOf(cast, cast.ada);
    assert.deepEqual([entry?.kind, entry?.data], [
      "status",
      { from: "backlogged", to: "completed" },
    ]);
  }));

Deno.test("one act sends one notification to each person", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.bao);
    await change(cast, cast.ada, taskId, {
      assigneeId: id(cast.chidi),
      description: "@chidi, please, and @bao",
      status: "planned",
    });
    assert.deepEqual(await heard(cast, cast.chidi), ["assignment"]);
    assert.deepEqual(await heard(cast, cast.bao), ["mention"]);
    for (const who of [cast.chidi, cast.bao]) {
      assert.deepEqual((await inboxOf(cast, who))[0]?.earlier, []);
    }
  }));

Deno.test("a draft sends no notifications until it is published", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada, {
      draft: true,
      description: "For @bao",
      assigneeId: id(cast.chidi),
    });
    await comment(cast, cast.ada, taskId, "And @esra");
    await change(cast, cast.ada, taskId, { status: "planned", description: "For @bao again" });
    for (const who of [cast.bao, cast.chidi, cast.esra]) {
      assert.deepEqual(await heard(cast, who), []);
    }
    await change(cast, cast.ada, taskId, { draft: false });
    assert.deepEqual(await heard(cast, cast.chidi), ["assignment"]);
    assert.deepEqual(await heard(cast, cast.bao), ["mention"]);
    assert.deepEqual(await heard(cast, cast.esra), ["mention"]);
    assert.deepEqual(await heard(cast, cast.ada), []);
  }));

Deno.test("people who can't see a private team get no notifications about its tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.dina, {
      teamId: "PPL",
      description: "@chidi @bao",
    });
    await comment(cast, cast.dina, taskId, "@chidi?");
    assert.deepEqual(await heard(cast, cast.chidi), []);
    assert.deepEqual(await heard(cast, cast.bao), ["comment"]);
  }));

Deno.test("people can follow and unfollow any task, even one they created", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { services } = cast.world;
    const follow = (by: Person, operation: typeof followTask) =>
      perform(services, by.member, operation, { taskId });
    const followed = parseJson((await follow(cast.dina, followTask)).json);
    const names = followed.followers.map(({ name }) => name);
    assert.deepEqual(names, ["Ada Lovelace", "דינה כהן"]);
    await follow(cast.ada, unfollowTask);
    await comment(cast, cast.chidi, taskId, "Hello");
    assert.deepEqual([await heard(cast, cast.dina), await heard(cast, cast.ada)], [
      ["comment"],
      [],
    ]);
    await comment(cast, cast.chidi, taskId, "Hello @ada-lovelace");
    assert.deepEqual(await heard(cast, cast.ada), ["mention"]);
    // Who is called once is called once
    await comment(cast, cast.chidi, taskId, "And so on");
    assert.deepEqual((await inboxOf(cast, cast.ada)).map(({ kind, earlier }) => [kind, earlier]), [
      ["mention", []],
    ]);
    const again = parseJson((await follow(cast.ada, unfollowTask)).json);
    const still = parseJson((await follow(cast.ada, unfollowTask)).json);
    assert.equal(again.version, still.version);
  }));

Deno.test("a former assignee still follows the task", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    await change(cast, cast.ada, taskId, { assigneeId: id(cast.bao) });
    await change(cast, cast.ada, taskId, { status: "completed" });
    assert.deepEqual(await heard(cast, cast.chidi), ["status"]);
    const [entry] = await inboxOf(cast, cast.chidi);
    assert.deepEqual(entry?.earlier.map(({ kind }) => kind), ["assignment"]);
  }));

Deno.test("a dot belongs to a mention only if there is a username with the dot", () =>
  withCast(createWorld(), async (cast) => {
    await perform(cast.world.services, cast.esra.member, updateProfile, {
      patch: { username: "bao.yilmaz" },
    });
    const { id: taskId } = await cast.task(cast.ada);
    await comment(cast, cast.ada, taskId, "Ask @bao.yilmaz please");
    assert.deepEqual(await heard(cast, cast.esra), ["mention"]);
    assert.deepEqual(await heard(cast, cast.bao), []);
    await comment(cast, cast.ada, taskId, "Over to @bao.Then we ship.");
    assert.deepEqual(await heard(cast, cast.bao), ["mention"]);
  }));
