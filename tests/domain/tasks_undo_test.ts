import assert from "node:assert/strict";
import { forgetUndo } from "../../server/domain/activity/forget_undo.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { putTeamMember } from "../../server/domain/teams/membership.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { createTaskLabel } from "../../server/domain/task_labels/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { type TaskDetail, TaskPatch } from "../../server/domain/tasks/schema.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { memberOf } from "../support/sign_in.ts";
import { newest, type Patch, patch, patchMany, read, undo } from "../support/task_undo.ts";
import { createWorld } from "../support/world.ts";

const undoNewest = async (cast: Cast, by: Person, taskId: string) =>
  await undo(cast, by, (await newest(cast, taskId)).id);

/** What of a task an undo brings back: all but what tells that time has passed. */
function asWas({ version: _v, updatedAt: _u, activity: _a, followers: _f, ...rest }: TaskDetail) {
  return rest;
}

Deno.test("undo works for each field that can be changed", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const plan = planner(cast);
    const [from, to] = [await plan.project(ada), await plan.project(ada, { name: "Elsewhere" })];
    const [first, second] = [
      await plan.milestone(ada, from.id, "Beta"),
      await plan.milestone(ada, from.id, "Gamma"),
    ];
    await perform(world.services, ada.member, createTaskLabel, { name: "Docs", color: "red" });
    await perform(world.services, ada.member, createTeam, {
      name: "Operations",
      key: "OPS",
    });
    const states = await world.database.read.selectFrom("workflow_states").select(["id", "status"])
      .execute();
    const parent = await cast.task(ada, { title: "The whole fence" });
    const task = await cast.task(ada, {
      description: "Hinges **first**.",
      priority: "low",
      status: "planned",
      assigneeId: chidi.member.profile.id,
      deadlineAt: "2028-02-29",
      tags: ["Bug"],
      projectId: from.id,
      milestoneId: first.id,
    });
    const changes: { [F in keyof Required<TaskPatch>]: Patch | null } = {
      title: { title: "Paint the gate 🎨" },
      description: { description: null },
      status: { status: "completed" },
      stateId: { stateId: states.find(({ status }) => status === "cancelled")!.id },
      priority: { priority: "urgent" },
      assigneeId: { assigneeId: null },
      deadlineAt: { deadlineAt: null },
      tags: { tags: ["Docs"] },
      parentId: { parentId: parent.id },
      projectId: { projectId: to.id },
      milestoneId: { milestoneId: second.id },
      teamId: { teamId: "OPS" },
      before: null,
      after: null,
      beforeSibling: null,
      afterSibling: null,
      draft: null,
    };
    for (const field of Object.keys(TaskPatch.shape) as (keyof TaskPatch)[]) {
      const change = changes[field];
      if (!change) continue;
      const before = asWas(await read(cast, ada, task.id));
      await patch(cast, ada, task.id, change);
      assert.notDeepEqual(asWas(await read(cast, ada, task.id)), before, field);
      const { tasks, left } = await undoNewest(cast, ada, task.id);
      assert.deepEqual([tasks.map(({ id }) => id), left], [[task.id], []], field);
      const after = asWas(await read(cast, ada, task.id));
      // A number is never given twice: back in its team, it has the next one
      const moved = { reference: "ENG-3", number: 3, url: after.url };
      assert.deepEqual(after, field === "teamId" ? { ...before, ...moved } : before, field);
    }
  }));

Deno.test("one undo reverts many fields of many tasks, and another one redoes them", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const before = [];
    for (const priority of ["none", "high", "urgent"]) {
      before.push(await cast.task(ada, { priority, status: "planned" }));
    }
    const ids = before.map(({ id }) => id);
    await patchMany(cast, ada, ids, { priority: "high", status: "progressed", title: "Same" });
    const { tasks, left } = await undoNewest(cast, ada, ids[0]!);
    assert.deepEqual(left, []);
    assert.deepEqual(
      tasks.map(({ id, title, priority, status }) => ({ id, title, priority, status })),
      before.map(({ id, title, priority, status }) => ({ id, title, priority, status })),
    );
    await undoNewest(cast, ada, ids[2]!);
    for (const id of ids) {
      const { title, priority, status } = await read(cast, ada, id);
      assert.deepEqual([title, priority, status], ["Same", "high", "progressed"]);
    }
  }));

Deno.test("an undo keeps other people's later changes and names them", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const [one, other] = [await cast.task(ada), await cast.task(ada)];
    await patchMany(cast, ada, [one.id, other.id], { priority: "high", status: "progressed" });
    const { id } = await newest(cast, one.id);
    await patch(cast, chidi, one.id, { priority: "urgent" });
    const { tasks, left } = await undo(cast, ada, id);
    assert.deepEqual(tasks.map(({ priority, status }) => [priority, status]), [
      ["urgent", "backlogged"],
      ["none", "backlogged"],
    ]);
    assert.deepEqual(left, [
      {
        taskId: one.id,
        reference: "ENG-1",
        message: "Someone has since changed the priority.",
      },
    ]);
    await patch(cast, ada, one.id, { title: "Ours" });
    const ours = await newest(cast, one.id);
    await patch(cast, chidi, one.id, { title: "Mine" });
    const error = await refused(undo(cast, ada, ours.id), { status: 409, code: "changed_since" });
    assert.equal(error.message, "Nothing was undone. Someone has since changed the title.");
    assert.equal((await read(cast, ada, one.id)).title, "Mine");
  }));

Deno.test("undoing changes whose old values are already back changes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const task = await cast.task(ada);
    await patch(cast, ada, task.id, { priority: "high" });
    const { id } = await newest(cast, task.id);
    await patch(cast, chidi, task.id, { priority: "none" });
    const { version, activity } = await read(cast, ada, task.id);
    assert.deepEqual((await undo(cast, ada, id)).left, []);
    const again = await read(cast, ada, task.id);
    assert.deepEqual([again.version, again.activity.length], [version, activity.length]);
  }));

Deno.test("archiving and restoring one or many tasks can be undone", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const [one, other] = [await cast.task(ada), await cast.task(ada)];
    await perform(world.services, ada.member, archiveTask, { taskId: one.id });
    await undoNewest(cast, ada, one.id);
    assert.equal((await read(cast, ada, one.id)).archivedAt, null);
    await perform(world.services, ada.member, archiveTask, { taskId: one.id });
    await perform(world.services, ada.member, restoreTask, { taskId: one.id });
    await undoNewest(cast, ada, one.id);
    assert.notEqual((await read(cast, ada, one.id)).archivedAt, null);
    await patchMany(cast, ada, [one.id, other.id], { archived: false, priority: "low" });
    await undoNewest(cast, ada, one.id);
    const [first, second] = [await read(cast, ada, one.id), await read(cast, ada, other.id)];
    assert.deepEqual([first.priority, first.archivedAt === null], ["none", false]);
    assert.deepEqual([second.priority, second.archivedAt], ["none", null]);
  }));

Deno.test("undoing the creation of a task archives it, unless others have worked on it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const task = await cast.task(ada);
    const made = await newest(cast, task.id);
    await undo(cast, ada, made.id);
    assert.notEqual((await read(cast, ada, task.id)).archivedAt, null);
    const shared = await cast.task(ada);
    const entry = await newest(cast, shared.id);
    await perform(world.services, chidi.member, createComment, {
      taskId: shared.id,
      body: "I have begun.",
    });
    const error = await refused(undo(cast, ada, entry.id), { status: 409, code: "changed_since" });
    assert.equal(error.message, "Nothing was undone. Someone else has since worked on the task.");
    assert.equal((await read(cast, ada, shared.id)).archivedAt, null);
  }));

Deno.test("people can undo their own changes, if they can still change the task", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, frode, teams, world } = cast;
    const task = await cast.task(chidi);
    await patch(cast, chidi, task.id, { priority: "high" });
    const { id } = await newest(cast, task.id);
    await refused(undo(cast, ada, id), { status: 403, code: "not_own_act" });
    await refused(undo(cast, frode, id), { status: 404 });
    await refused(undo(cast, ada, "act_1"), { status: 404 });
    const hidden = await cast.task(dina, { teamId: teams.ppl });
    const [entry] = hidden.activity;
    await refused(undo(cast, chidi, entry!.id), { status: 404 });
    const member = { teamId: teams.eng, profileId: chidi.member.profile.id, role: "commentator" };
    await perform(world.services, ada.member, putTeamMember, member);
    const less = {
      ...chidi,
      member: await memberOf(world.services, chidi.tokens.accessToken, cast.workspaceId),
    };
    const error = await refused(undo(cast, less, id), { status: 409, code: "changed_since" });
    assert.match(
      error.message,
      /^Nothing was undone\. As the task's creator, .+ Only owners, admins,/,
    );
    assert.equal((await read(cast, ada, task.id)).priority, "high");
  }));

Deno.test("the error for a change that can't be undone says so", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const draft = await cast.task(ada, { draft: true });
    await patch(cast, ada, draft.id, { draft: false });
    const error = await undoNewest(cast, ada, draft.id).catch((error) => error);
    assert.deepEqual([error.status, error.code], [409, "not_undoable"]);
  }));

Deno.test("after a week, a change can't be undone and its old text is deleted", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const [old, recent] = [await cast.task(ada, { description: "A secret" }), await cast.task(ada)];
    await patch(cast, ada, old.id, { description: "Nothing" });
    world.clock.advance({ days: 6 });
    await patch(cast, ada, recent.id, { priority: "high" });
    world.clock.advance({ days: 2 });
    const { id } = await newest(cast, old.id);
    const tooOld = async () =>
      (await refused(undo(cast, ada, id), { status: 409, code: "not_undoable" })).message;
    assert.match(await tooOld(), /more than a week old/);
    await forgetUndo(world.services);
    assert.match(await tooOld(), /more than a week old/);
    const kept = await world.database.read.selectFrom("activity").select("undo").execute();
    assert.ok(!JSON.stringify(kept).includes("secret"));
    assert.equal((await undoNewest(cast, ada, recent.id)).tasks[0]?.priority, "none");
  }));

Deno.test("undoing a change of many tasks notifies each person once", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const ids = [];
    for (let n = 0; n < 3; n++) {
      ids.push((await cast.task(ada, { assigneeId: chidi.member.profile.id })).id);
    }
    await patchMany(cast, ada, ids, { assigneeId: null });
    const count = () =>
      world.database.read.selectFrom("notifications").select("id")
        .where("recipient_id", "=", chidi.member.profile.id).execute();
    const before = (await count()).length;
    await undoNewest(cast, ada, ids[1]!);
    assert.equal((await count()).length, before + 1);
  }));
