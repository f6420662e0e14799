import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { makeSubTasks } from "../../server/domain/tasks/make_sub_tasks.ts";
import { updateTasks } from "../../server/domain/tasks/update_many.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { newest, patch, read, undo } from "../support/task_undo.ts";
import { createWorld } from "../support/world.ts";

Deno.test("several consecutive acts can be undone together, back to a given one", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { id } = await cast.task(ada, { priority: "low", title: "Mend the gate" });
    await patch(cast, chidi, id, { status: "planned" });
    await patch(cast, ada, id, { priority: "high" });
    const first = await newest(cast, id);
    await patch(cast, ada, id, { title: "Mend the garden gate" });
    await patch(cast, ada, id, { priority: "urgent", status: "progressed" });
    const last = await newest(cast, id);
    const { left } = await undo(cast, ada, last.id, first.id);
    const back = await read(cast, ada, id);
    assert.deepEqual(left, []);
    assert.deepEqual([back.priority, back.title, back.status], ["low", "Mend the gate", "planned"]);
    await undo(cast, ada, (await newest(cast, id)).id);
    assert.equal((await read(cast, ada, id)).priority, "urgent");
    const other = await cast.task(ada);
    await refused(undo(cast, ada, last.id, other.activity[0]!.id), { status: 404 });
    await refused(undo(cast, ada, first.id, last.id), { status: 404 });
  }));

Deno.test("undoing a person's acts keeps other people's changes in between", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { id } = await cast.task(ada, { priority: "low" });
    await patch(cast, ada, id, { priority: "high" });
    const first = await newest(cast, id);
    await patch(cast, chidi, id, { priority: "medium" });
    await patch(cast, ada, id, { priority: "urgent" });
    await undo(cast, ada, (await newest(cast, id)).id, first.id);
    assert.equal((await read(cast, ada, id)).priority, "medium");
  }));

Deno.test("undoing consecutive acts, or one task's part of an act, doesn't change the act's other tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const [one, other] = [await cast.task(ada), await cast.task(ada)];
    const together = async (priority: string) => {
      world.clock.advance({ seconds: 1 });
      const asked = { taskIds: [one.id, other.id], patch: { priority } };
      await perform(world.services, ada.member, updateTasks, asked);
      return await newest(cast, one.id);
    };
    const both = async () =>
      await Promise.all([one, other].map(async ({ id }) => (await read(cast, ada, id)).priority));
    const first = await together("low");
    const last = await together("high");
    await undo(cast, ada, last.id, first.id);
    assert.deepEqual(await both(), ["none", "high"]);
    const third = await together("urgent");
    world.clock.advance({ seconds: 1 });
    await perform(world.services, ada.member, undoTasks, { activityId: third.id, alone: true });
    assert.deepEqual(await both(), ["none", "urgent"]);
    await undo(cast, ada, third.id);
    assert.deepEqual(await both(), ["none", "high"]);
  }));

Deno.test("undoing a task's acts back to its creation doesn't archive it if someone else has worked on it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { id } = await cast.task(ada);
    const first = await newest(cast, id);
    await perform(world.services, chidi.member, createComment, { taskId: id, body: "Soon." });
    await patch(cast, ada, id, { priority: "high" });
    const late = undo(cast, ada, (await newest(cast, id)).id, first.id);
    await refused(late, { status: 409, code: "changed_since" });
    assert.equal((await read(cast, ada, id)).archivedAt, null);
  }));

Deno.test("undoing consecutive acts skips changes that were already undone, and their undos", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { id } = await cast.task(ada, { priority: "low" });
    await patch(cast, ada, id, { priority: "high" });
    const first = await newest(cast, id);
    await undo(cast, ada, first.id);
    await patch(cast, ada, id, { title: "Oil the gate" });
    await undo(cast, ada, (await newest(cast, id)).id, first.id);
    const { priority, title, activity } = await read(cast, ada, id);
    assert.deepEqual([priority, title], ["low", "Mend the gate"]);
    const [undone, by] = activity.slice(1);
    assert.equal(undone!.undoneAt, by!.createdAt, "the first undo keeps its time");
    await patch(cast, ada, id, { title: "Grease the gate" });
    const grease = await newest(cast, id);
    await patch(cast, ada, id, { title: "Hang the gate" });
    const hang = await newest(cast, id);
    await undo(cast, ada, hang.id);
    // What was undone later isn't a part of it any more
    await undo(cast, ada, hang.id, grease.id);
    assert.equal((await read(cast, ada, id)).title, "Mend the gate");
    assert.ok(activity.length > 0);
  }));

Deno.test("undoing a text undoes the sub-tasks created from it, in one act or several, within the limit", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { id } = await cast.task(ada);
    const split = async () => {
      world.clock.advance({ seconds: 1 });
      const name = `Plank of ${world.clock.now().toISOString()}`;
      const description = Array.from({ length: 100 }, (_, at) => `- ${name}, ${at}`).join("\n");
      await perform(world.services, ada.member, makeSubTasks, { taskId: id, description });
      return await newest(cast, id);
    };
    const children = async () => (await read(cast, ada, id)).children.length;
    const first = await split();
    await split();
    const last = await split();
    await refused(undo(cast, ada, last.id, first.id), { status: 409, code: "too_many_tasks" });
    // A record shows 250 of them
    assert.equal(await children(), 250, "nothing was taken back");
    world.clock.advance({ seconds: 1 });
    await perform(world.services, ada.member, undoTasks, { activityId: last.id, alone: true });
    assert.equal(await children(), 200);
    const back = await newest(cast, id);
    await perform(world.services, ada.member, undoTasks, { activityId: back.id, alone: true });
    assert.equal(await children(), 250);
  }));

Deno.test("undoing a withdrawal doesn't reopen a request on an archived task", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const { id: taskId } = await cast.task(ada);
    await run(chidi, createApproval, { taskId, approverId: ada.member.profile.id, body: "?" });
    await undo(cast, chidi, (await newest(cast, taskId)).id);
    const withdrawn = (await newest(cast, taskId)).id;
    await run(ada, archiveTask, { taskId });
    await refused(undo(cast, chidi, withdrawn), { status: 409 });
    assert.deepEqual((await read(cast, ada, taskId)).approvals, []);
  }));
