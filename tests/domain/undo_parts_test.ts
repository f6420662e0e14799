import assert from "node:assert/strict";
import { forgetUndo } from "../../server/domain/activity/forget_undo.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { updateComment } from "../../server/domain/comments/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { addRelation } from "../../server/domain/relations/add.ts";
import { removeRelation } from "../../server/domain/relations/remove.ts";
import { createResource } from "../../server/domain/resources/create.ts";
import { deleteResource } from "../../server/domain/resources/delete.ts";
import { updateResource } from "../../server/domain/resources/update.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { putTeamMember, removeTeamMember } from "../../server/domain/teams/membership.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { memberOf } from "../support/sign_in.ts";
import { acts } from "../support/task_undo.ts";
import { createWorld } from "../support/world.ts";

Deno.test("an undo restores a comment's former text, unless the comment's author has changed it since", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, read, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const { id: commentId } = await run(chidi, createComment, { taskId, body: "Oil it." });
    await run(chidi, updateComment, { taskId, commentId, body: "Grease it." });
    const grease = await newest(chidi, taskId);
    await refused(undo(ada, grease), { status: 403, code: "not_own_act" });
    await undo(chidi, grease);
    const { comments: [back], activity } = await read(ada, taskId);
    assert.deepEqual([back!.body, back!.version], ["Oil it.", 3]);
    assert.equal(activity.at(-1)!.kind, "task.comment_edited");
    await undo(chidi, activity.at(-1)!.id);
    assert.equal((await read(ada, taskId)).comments[0]!.body, "Grease it.");
    const again = await newest(chidi, taskId);
    await run(chidi, updateComment, { taskId, commentId, body: "Paint it." });
    const error = await refused(undo(chidi, again), { status: 409, code: "changed_since" });
    assert.match(error.message, /Someone has since changed the comment\./);
  }));

Deno.test("a deleted comment can't be read or found, and the person who deleted it can restore it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi } = cast;
    const { run, read, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const made = await run(chidi, createComment, { taskId, body: "The hinges are rusty." });
    const before = (await read(ada, taskId)).comments;
    const found = async () => parseJson((await run(ada, listTasks, { q: "rusty" })).records).length;
    assert.equal(await found(), 1);
    await run(bao, deleteComment, { taskId, commentId: made.id });
    const deleted = await newest(bao, taskId);
    assert.equal(await found(), 0);
    for (const by of [ada, bao, chidi]) {
      assert.doesNotMatch(JSON.stringify(await read(by, taskId)), /rusty/);
    }
    await refused(undo(chidi, deleted), { status: 403, code: "not_own_act" });
    await undo(bao, deleted);
    const { comments, activity } = await read(ada, taskId);
    assert.deepEqual(comments, [{ ...before[0], version: 2 }]);
    assert.deepEqual(activity.at(-1)!.data, {
      to: { id: made.id, author: { id: chidi.member.profile.id, name: "Chidi Eze" } },
    });
    assert.equal(await found(), 1);
    await undo(bao, activity.at(-1)!.id);
    assert.deepEqual((await read(ada, taskId)).comments, []);
  }));

Deno.test("undoing an earlier edit doesn't restore a comment that a manager has deleted", () =>
  withCast(createWorld(), async (cast) => {
    const { bao, chidi } = cast;
    const { run, read, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(chidi);
    const { id: commentId } = await run(chidi, createComment, { taskId, body: "Oil it." });
    await run(chidi, deleteComment, { taskId, commentId });
    const deleted = await newest(chidi, taskId);
    await undo(chidi, deleted);
    const restored = await newest(chidi, taskId);
    await run(bao, deleteComment, { taskId, commentId });
    await undo(chidi, restored);
    const error = await refused(
      run(chidi, undoTasks, { activityId: restored, backTo: deleted }),
      { status: 409, code: "changed_since" },
    );
    assert.match(error.message, /Someone else has since deleted the comment\./);
    assert.deepEqual((await read(bao, taskId)).comments, []);
  }));

Deno.test("a deleted comment's text is erased once the deletion can no longer be undone", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { run, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const { id: commentId } = await run(ada, createComment, { taskId, body: "A secret" });
    await run(ada, updateComment, { taskId, commentId, body: "Another secret" });
    await run(ada, deleteComment, { taskId, commentId });
    const deleted = await newest(ada, taskId);
    const kept = async () => {
      const { database: { read } } = world;
      const rows = [
        await read.selectFrom("comments").selectAll().execute(),
        await read.selectFrom("activity").selectAll().execute(),
      ];
      return JSON.stringify(rows);
    };
    world.clock.advance({ days: 6 });
    await forgetUndo(world.services);
    assert.match(await kept(), /secret/);
    world.clock.advance({ days: 2 });
    await forgetUndo(world.services);
    assert.doesNotMatch(await kept(), /secret/);
    await refused(undo(ada, deleted), { status: 409, code: "not_undoable" });
  }));

Deno.test("posting a comment is undone only by the comment's own entry", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run, read, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const first = await newest(ada, taskId);
    await run(ada, createComment, { taskId, body: "Done." });
    const commented = await newest(ada, taskId);
    await refused(
      run(ada, undoTasks, { activityId: commented, backTo: commented }),
      { status: 409, code: "not_undoable" },
    );
    await undo(ada, "ENG-1");
    const after = await read(ada, taskId);
    assert.deepEqual([after.archivedAt !== null, after.comments.length], [true, 1], first);
    await undo(ada, "ENG-1");
    await undo(ada, commented);
    assert.deepEqual((await read(ada, taskId)).comments, []);
  }));

Deno.test("undoing the deletion of a comment requires permission to comment on the task", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams, world, workspaceId } = cast;
    const { run, newest, undo } = acts(cast);
    const deleted = async () => {
      const { id: taskId } = await cast.task(ada);
      const { id: commentId } = await run(chidi, createComment, { taskId, body: "Oil it." });
      await run(chidi, deleteComment, { taskId, commentId });
      return { taskId, entry: await newest(chidi, taskId) };
    };
    const [one, last, { taskId, entry: onArchived }] = [
      await deleted(),
      await deleted(),
      await deleted(),
    ];
    await run(ada, archiveTask, { taskId });
    const archived = await refused(undo(chidi, onArchived), { status: 409 });
    assert.match(archived.message, /archived/);
    const removal = { teamId: teams.eng, profileId: chidi.member.profile.id };
    const chidiNow = async () => ({
      ...chidi,
      member: await memberOf(world.services, chidi.tokens.accessToken, workspaceId),
    });
    await run(ada, putTeamMember, { ...removal, role: "commentator" });
    await undo(await chidiNow(), one.entry);
    await run(ada, removeTeamMember, removal);
    const outside = await refused(undo(await chidiNow(), last.entry), { status: 409 });
    assert.match(outside.message, /can comment/);
  }));

Deno.test("an undo works for added, changed, and removed links", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, read, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const links = async () => (await read(ada, taskId)).resources;
    const url = "https://plan.example/gate";
    const { id: resourceId } = await run(chidi, createResource, { taskId, url, title: "Plan" });
    const [made] = await links();
    const key = { taskId, resourceId };
    await run(ada, updateResource, { ...key, patch: { title: "The plan", url: `${url}/2` } });
    await undo(ada, await newest(ada, taskId));
    assert.deepEqual(await links(), [{ ...made, version: 3 }]);
    await run(ada, deleteResource, key);
    const removed = await newest(ada, taskId);
    await undo(ada, removed);
    const [back] = await links();
    assert.deepEqual({ ...back, version: 0 }, { ...made, version: 0 });
    assert.ok(back!.version > 3, "no version that it had stands for something else");
    const added = (await read(ada, taskId)).activity.find(({ actor, kind }) =>
      kind === "task.resource_added" && actor!.id === chidi.member.profile.id
    )!;
    await undo(chidi, added.id);
    assert.deepEqual(await links(), []);
    await undo(chidi, await newest(chidi, taskId));
    assert.equal((await links()).length, 1);
  }));

Deno.test("an undo doesn't restore a removed link if the task has the link again", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const url = "https://plan.example/gate";
    const { id: resourceId } = await run(ada, createResource, { taskId, url });
    await run(ada, deleteResource, { taskId, resourceId });
    const removed = await newest(ada, taskId);
    await run(chidi, createResource, { taskId, url });
    const error = await refused(undo(ada, removed), { status: 409, code: "changed_since" });
    assert.match(error.message, /already has this link/);
  }));

Deno.test("a relation can be undone from either task, and only once", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run, read, newest, undo } = acts(cast);
    const [one, other] = [await cast.task(ada), await cast.task(ada)];
    const related = async () =>
      await Promise.all([one, other].map(async ({ id }) => (await read(ada, id)).relations.length));
    const key = { taskId: one.id, kind: "blocks", otherId: other.id };
    await run(ada, addRelation, key);
    const [here, there] = [await newest(ada, one.id), await newest(ada, other.id)];
    const { tasks, left } = await undo(ada, there);
    assert.deepEqual([parseJson(tasks).map(({ reference }) => reference), left], [["ENG-2"], []]);
    assert.deepEqual(await related(), [0, 0]);
    await refused(undo(ada, here), { status: 409, code: "already_undone" });
    await run(ada, undoTasks, { activityId: await newest(ada, one.id), alone: true });
    assert.deepEqual(await related(), [1, 1]);
    await run(ada, removeRelation, key);
    const removed = await newest(ada, one.id);
    await undo(ada, removed);
    assert.deepEqual(await related(), [1, 1]);
    assert.equal((await read(ada, one.id)).relations[0]!.kind, "blocks");
  }));

Deno.test("undoing changes to comments and requests requires write scopes", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run, read, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const { id: commentId } = await run(ada, createComment, { taskId, body: "Oil it." });
    await run(ada, deleteComment, { taskId, commentId });
    const deleted = await newest(ada, taskId);
    const { credential } = ada.member;
    const scopes = new Set([...credential.scopes].filter((one) => one !== "comments.write"));
    const less = { ...ada, member: { ...ada.member, credential: { ...credential, scopes } } };
    const error = await refused(undo(less, deleted), { status: 409, code: "changed_since" });
    assert.match(error.message, /doesn't have the scope comments\.write/);
    await undo(ada, deleted);
    assert.equal((await read(ada, taskId)).comments.length, 1);
  }));
