import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { countInbox } from "../../server/domain/inbox/count.ts";
import { listInbox } from "../../server/domain/inbox/list.ts";
import {
  archiveEntries,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
} from "../../server/domain/inbox/mark.ts";
import { deliverNotification } from "../../server/domain/side_effects/deliver_notifications.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Comment } from "../../server/domain/comments/schema.ts";
import { removeTeamMember } from "../../server/domain/teams/membership.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { refused } from "../support/refusal.ts";
import { createWorld, inWrite } from "../support/world.ts";

/** Each act a second after the one before, so that "newest first" is sure. */
const later = (cast: Cast) => cast.world.clock.advance({ seconds: 1 });
const comment = async (cast: Cast, by: Person, taskId: string, body = "Well done.") => {
  later(cast);
  return parseJson<Comment>(
    (await perform(cast.world.services, by.member, createComment, { taskId, body })).json,
  );
};
const id = (who: Person) => who.member.profile.id;
const unread = ({ world }: Cast, who: Person) =>
  perform(world.services, who.member, countInbox, {});

Deno.test("notifications about a task that is now hidden are in neither the list nor the count", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    assert.equal(await unread(cast, cast.chidi), 1);
    const member = { ...cast.chidi.member, hiddenTeamIds: [cast.teams.eng] };
    const hidden = { ...cast.chidi, member };
    assert.deepEqual([await heard(cast, hidden), await unread(cast, hidden)], [[], 0]);
    const [entry] = await inboxOf(cast, cast.chidi);
    const ids = { notificationIds: [entry!.id] };
    const { world: { services }, ada: { member: ada }, teams: { eng: teamId } } = cast;
    await perform(services, ada, updateTeam, { teamId, patch: { private: true } });
    await perform(services, ada, removeTeamMember, { teamId, profileId: id(cast.chidi) });
    await refused(perform(services, member, readEntries, ids), { status: 404 });
    assert.equal((await perform(services, member, readWholeInbox, {})).read, 0);
  }));

Deno.test("a task has one entry, with the newest notification and the earlier ones", () =>
  withCast(createWorld(), async (cast) => {
    const first = await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    const second = await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    await comment(cast, cast.ada, second.id);
    await comment(cast, cast.bao, first.id, "@chidi?");
    await comment(cast, cast.bao, first.id);
    const entries = await inboxOf(cast, cast.chidi);
    assert.deepEqual(
      entries.map(({ kind, subject, earlier }) => [
        subject.reference,
        kind,
        ...earlier.map((one) => one.kind),
      ]),
      [["ENG-1", "comment", "mention", "assignment"], ["ENG-2", "comment", "assignment"]],
    );
    assert.equal(await unread(cast, cast.chidi), 2);
  }));

Deno.test("reading or archiving an entry applies to all of its notifications, and unread to the newest", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    await comment(cast, cast.ada, taskId);
    const { services } = cast.world;
    const mark = (operation: typeof readEntries, entry: { id: string }) =>
      perform(services, cast.chidi.member, operation, { notificationIds: [entry.id] });
    const [entry] = await inboxOf(cast, cast.chidi);
    await mark(readEntries, entry!);
    const [read] = await inboxOf(cast, cast.chidi);
    assert.deepEqual([read?.readAt !== null, read?.earlier, await unread(cast, cast.chidi)], [
      true,
      [],
      0,
    ]);
    assert.deepEqual(await inboxOf(cast, cast.chidi, { unread: "true" }), []);
    later(cast);
    await mark(readEntries, entry!);
    assert.equal((await inboxOf(cast, cast.chidi))[0]?.readAt, read?.readAt);
    await mark(unreadEntries, entry!);
    assert.equal(await unread(cast, cast.chidi), 1);
    assert.deepEqual((await inboxOf(cast, cast.chidi))[0]?.earlier, [], "older ones stay read");
    await mark(archiveEntries, entry!);
    assert.deepEqual([await heard(cast, cast.chidi), await unread(cast, cast.chidi)], [[], 0]);
    const archived = await inboxOf(cast, cast.chidi, { archived: "true" });
    assert.deepEqual(archived.map((one) => one.id), [entry!.id]);
    await mark(restoreEntries, entry!);
    assert.deepEqual(await heard(cast, cast.chidi), ["comment"]);
    await mark(archiveEntries, entry!);
    await comment(cast, cast.ada, taskId, "Once more");
    assert.deepEqual(await heard(cast, cast.chidi), ["comment"]);
    assert.deepEqual((await inboxOf(cast, cast.chidi))[0]?.earlier, []);
  }));

Deno.test("an entry's reason is its weightiest notification since it was read or archived", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world: { services } } = cast;
    const { id: taskId } = await cast.task(ada, { assigneeId: id(chidi) });
    const reason = async () => (await inboxOf(cast, chidi))[0]?.reason;
    await comment(cast, ada, taskId);
    assert.equal(await reason(), "assignment");
    for (const done of [archiveEntries, readEntries]) {
      await comment(cast, ada, taskId, "@chidi?");
      const [entry] = await inboxOf(cast, chidi);
      await perform(services, chidi.member, done, { notificationIds: [entry!.id] });
      await comment(cast, ada, taskId);
      assert.equal(await reason(), "comment");
    }
  }));

Deno.test("an inbox is visible only to its owner, and marking several entries is all or nothing", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { assigneeId: id(cast.chidi), description: "@bao" });
    const [chidis] = await inboxOf(cast, cast.chidi);
    const [baos] = await inboxOf(cast, cast.bao);
    const notificationIds = [baos!.id, chidis!.id];
    const marked = perform(cast.world.services, cast.bao.member, readEntries, { notificationIds });
    await refused(marked, { status: 404 });
    assert.deepEqual([await unread(cast, cast.bao), await unread(cast, cast.chidi)], [1, 1]);
  }));

Deno.test("all entries can be marked as read at once", () =>
  withCast(createWorld(), async (cast) => {
    for (let n = 0; n < 3; n++) await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    const all = () => perform(cast.world.services, cast.chidi.member, readWholeInbox, {});
    const { read, readAt } = await all();
    assert.deepEqual([read, readAt], [3, cast.world.clock.now().toISOString()]);
    assert.deepEqual([await all(), await unread(cast, cast.chidi)], [{ read: 0, readAt: null }, 0]);
  }));

Deno.test("the next page continues after the cursor, even if entries arrive meanwhile", () =>
  withCast(createWorld(), async (cast) => {
    for (let n = 0; n < 5; n++) {
      await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
      later(cast);
    }
    const page = (query: Record<string, unknown>) =>
      perform(cast.world.services, cast.chidi.member, listInbox, { limit: 3, ...query });
    const first = await page({});
    await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    const second = await page({ cursor: first.nextCursor });
    const seen = [first, second].flatMap(({ records }) =>
      parseJson(records).map(({ subject }) => subject.reference)
    );
    assert.deepEqual(seen, ["ENG-5", "ENG-4", "ENG-3", "ENG-2", "ENG-1"]);
    assert.equal(second.nextCursor, null);
  }));

Deno.test("a deleted comment's text disappears from all inboxes", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { id: commentId } = await comment(cast, cast.chidi, taskId, "Hush");
    assert.equal((await inboxOf(cast, cast.ada))[0]?.comment?.excerpt, "Hush");
    await perform(cast.world.services, cast.chidi.member, deleteComment, { taskId, commentId });
    assert.deepEqual((await inboxOf(cast, cast.ada)).map((entry) => entry.comment), [null]);
  }));

Deno.test("an invitation reaches a person in each of their workspaces", () =>
  withCast(createWorld(), async (cast) => {
    await inWrite(cast.world.services, (context) =>
      deliverNotification(context, {
        workspaceId: cast.elsewhereId,
        recipientIds: [cast.chidi.member.userId],
        kind: "invitation",
        subject: { kind: "invitation", id: "inv_1" },
        actorId: id(cast.frode),
        data: { title: "Elsewhere" },
      }));
    later(cast);
    await cast.task(cast.ada, { assigneeId: id(cast.chidi) });
    assert.deepEqual(await heard(cast, cast.chidi), ["assignment", "invitation"]);
    const invitation = (await inboxOf(cast, cast.chidi))[1]!;
    assert.deepEqual(
      [invitation.workspace.name, invitation.subject.title, invitation.actor?.name],
      [
        "Elsewhere",
        "Elsewhere",
        "Frode Ås",
      ],
    );
    assert.equal(await unread(cast, cast.chidi), 2);
  }));
