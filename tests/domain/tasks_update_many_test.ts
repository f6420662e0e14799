import assert from "node:assert/strict";
import type { SomeRefused } from "../../server/domain/core/errors.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { followTask } from "../../server/domain/tasks/follow.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { updateTasks } from "../../server/domain/tasks/update_many.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { gallery } from "../support/views.ts";
import { createWorld } from "../support/world.ts";

const asked = (cast: Cast, by: Person, taskIds: string[], patch: Record<string, unknown>) => {
  cast.world.clock.advance({ seconds: 1 });
  return perform(cast.world.services, by.member, updateTasks, { taskIds, patch });
};
const change = async (
  cast: Cast,
  by: Person,
  taskIds: string[],
  patch: Record<string, unknown>,
): Promise<Task[]> => parseJson(await asked(cast, by, taskIds, patch));
const read = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);
const some = async (cast: Cast, by: Person, count: number, input: Record<string, unknown> = {}) => {
  const made: string[] = [];
  for (let n = 0; n < count; n++) made.push((await cast.task(by, input)).reference);
  return made;
};
const profile = (who: Person) => who.member.profile.id;

Deno.test("many tasks change in one act, each has its own activity, and the response keeps the given order", () =>
  withCast(createWorld(), async (cast) => {
    const first = await cast.task(cast.ada);
    await some(cast, cast.ada, 2);
    const tasks = await change(cast, cast.chidi, ["ENG-3", first.id, "ENG-1", "ENG-2"], {
      status: "progressed",
      priority: "high",
    });
    assert.deepEqual(
      tasks.map(({ reference, status, priority }) => [reference, status, priority]),
      ["ENG-3", "ENG-1", "ENG-2"].map((reference) => [reference, "progressed", "high"]),
    );
    const { activity } = await read(cast, cast.ada, "ENG-1");
    assert.deepEqual(
      activity.map(({ kind, actor }) => [kind, actor?.name]),
      [
        ["task.created", "Ada Lovelace"],
        ["task.status_changed", "Chidi Eze"],
        ["task.priority_changed", "Chidi Eze"],
      ],
    );
  }));

Deno.test("if one of many tasks is refused, none changes, and the error lists each refused one with the reason", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    await some(cast, ada, 3);
    await perform(world.services, ada.member, archiveTask, { taskId: "ENG-2" });
    const mixed = asked(cast, chidi, ["ENG-1", "ENG-2", "ENG-3", "ENG-9"], { priority: "high" });
    const error = await refused(mixed, {
      status: 422,
      code: "some_refused",
      fields: ["taskIds.1", "taskIds.3"],
    });
    assert.match(
      error.message,
      /ENG-2: This task is archived.* ENG-9: Task ENG-9 not found/,
    );
    assert.match((error as SomeRefused).errors[0]!.message, /^ENG-2: This task is archived/);
    assert.equal((await read(cast, ada, "ENG-1")).priority, "none");
    assert.deepEqual(await inboxOf(cast, ada), []);
  }));

Deno.test("if many tasks are refused for the same reason, the error is the same as for one task", () =>
  withCast(createWorld(), async (cast) => {
    await some(cast, cast.ada, 2);
    const both = ["ENG-1", "ENG-2"];
    await refused(asked(cast, cast.esra, both, { priority: "high" }), {
      status: 403,
      code: "not_task_writer",
      fields: ["taskIds.0", "taskIds.1"],
    });
    await refused(asked(cast, cast.chidi, ["PPL-1"], { priority: "high" }), {
      status: 404,
      fields: ["taskIds.0"],
    });
  }));

Deno.test("a field that is invalid for every task is reported once", () =>
  withCast(createWorld(), async (cast) => {
    await some(cast, cast.ada, 2);
    const both = ["ENG-1", "ENG-2"];
    const wrong: [Record<string, unknown>, string][] = [
      [{ assigneeId: "prof_none" }, "patch.assigneeId"],
      [{ tags: ["Nonsense"] }, "patch.tags.0"],
      [{ addTags: ["Bug", "Nonsense"] }, "patch.addTags.1"],
      [{ removeTags: ["Nonsense"] }, "patch.removeTags.0"],
      [{ tags: ["Bug"], addTags: ["Feature"] }, "patch.tags"],
      [{}, "patch"],
    ];
    for (const [patch, field] of wrong) {
      await refused(asked(cast, cast.ada, both, patch), { status: 422, fields: [field] });
    }
  }));

Deno.test("labels are added to each task's own labels, and removed from tasks that have them", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { tags: ["Bug"] });
    await cast.task(cast.ada, { tags: ["Feature"] });
    const tasks = await change(cast, cast.ada, ["ENG-1", "ENG-2"], {
      addTags: ["improvement"],
      removeTags: ["bug"],
    });
    assert.deepEqual(tasks.map(({ tags }) => tags), [["Improvement"], ["Feature", "Improvement"]]);
  }));

Deno.test("many tasks are archived after their other changes, and restored before them", () =>
  withCast(createWorld(), async (cast) => {
    await some(cast, cast.ada, 2);
    const both = ["ENG-1", "ENG-2"];
    const gone = await change(cast, cast.ada, both, { archived: true, status: "cancelled" });
    assert.deepEqual(gone.map(({ status }) => status), ["cancelled", "cancelled"]);
    assert.ok(gone.every(({ archivedAt }) => archivedAt !== null));
    const back = await change(cast, cast.ada, both, { archived: false, status: "planned" });
    assert.ok(back.every(({ archivedAt, status }) => archivedAt === null && status === "planned"));
    const again = await change(cast, cast.ada, both, { archived: false, status: "planned" });
    assert.deepEqual(again.map(({ version }) => version), back.map(({ version }) => version));
  }));

Deno.test("a person assigned many tasks gets one notification with their number", () =>
  withCast(createWorld(), async (cast) => {
    const tasks = await some(cast, cast.ada, 4);
    await change(cast, cast.ada, [tasks[0]!], { assigneeId: profile(cast.chidi) });
    cast.world.clock.advance({ seconds: 1 });
    await change(cast, cast.ada, tasks, { assigneeId: profile(cast.chidi), status: "planned" });
    const [entry, ...older] = await inboxOf(cast, cast.chidi);
    // ENG-1 was theirs already: of that they hear its new status, of the others that they have them
    assert.deepEqual(
      [entry?.kind, entry?.subject.reference, entry?.data],
      ["assignment", "ENG-2", { count: 4 }],
    );
    assert.deepEqual(older.map(({ kind, data }) => [kind, data]), [["assignment", {}]]);
  }));

Deno.test("a follower of one of many tasks gets a notification about that task", () =>
  withCast(createWorld(), async (cast) => {
    await some(cast, cast.ada, 3);
    await perform(cast.world.services, cast.esra.member, followTask, { taskId: "ENG-2" });
    await change(cast, cast.chidi, ["ENG-1", "ENG-2", "ENG-3"], { status: "completed" });
    const [entry] = await inboxOf(cast, cast.esra);
    assert.deepEqual(
      [entry?.kind, entry?.subject.reference, entry?.data],
      ["status", "ENG-2", { from: "backlogged", to: "completed" }],
    );
    assert.deepEqual((await inboxOf(cast, cast.ada)).map(({ data }) => data.count), [3]);
  }));

Deno.test("a subscriber of a view gets one notification for all tasks that enter it together", () =>
  withCast(createWorld(), async (cast) => {
    const { view } = gallery(cast);
    await view({ name: "Urgent", filters: { priority: "urgent" } }, [cast.chidi]);
    await some(cast, cast.ada, 2);
    await cast.task(cast.ada, { priority: "urgent" });
    const before = (await inboxOf(cast, cast.chidi))[0]!;
    await change(cast, cast.ada, ["ENG-1", "ENG-2", "ENG-3"], { priority: "urgent" });
    const entries = await inboxOf(cast, cast.chidi);
    assert.equal(entries.length, 1);
    assert.deepEqual(
      [entries[0]?.arrival?.reference, before.arrivals, entries[0]?.arrivals],
      ["ENG-2", 1, 3],
    );
    assert.deepEqual(entries[0]?.earlier.length, 1);
  }));

Deno.test("many tasks can move to a team, project, and parent, like a single task", () =>
  withCast(createWorld(), async (cast) => {
    const { project } = planner(cast);
    const { id: projectId } = await project(cast.bao, { name: "Gatehouse" });
    await some(cast, cast.bao, 3);
    const moved = await change(cast, cast.bao, ["ENG-1", "ENG-2"], {
      teamId: "PPL",
      projectId,
      parentId: "ENG-3",
    });
    assert.deepEqual(
      moved.map((task) => [task.reference, task.projectId, task.parentId !== null]),
      [["PPL-1", projectId, true], ["PPL-2", projectId, true]],
    );
    await refused(asked(cast, cast.bao, ["PPL-2", "PPL-1"], { parentId: "PPL-1" }), {
      status: 422,
      code: "parent_cycle",
      fields: ["taskIds.1"],
    });
  }));
