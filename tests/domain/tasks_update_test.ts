import assert from "node:assert/strict";
import { perform } from "../../server/domain/operation.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/tasks/record.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const change = async (
  { world }: Cast,
  by: Person,
  taskId: string,
  patch: Record<string, unknown>,
  version?: number,
) =>
  parseJson(
    (await perform(world.services, by.member, updateTask, { taskId, patch, version })).task,
  );
const read = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).task);

Deno.test("a patch changes what it names and nothing else", () =>
  withCast(createWorld(), async (cast) => {
    const before = await cast.task(cast.ada, { description: "Kept", priority: "low" });
    cast.world.clock.advance({ minutes: 5 });
    const after = await change(cast, cast.chidi, before.id, { title: "Paint the gate" });
    assert.deepEqual(
      { ...after, activity: [] },
      {
        ...before,
        activity: [],
        title: "Paint the gate",
        version: 2,
        updatedAt: "2026-03-12T10:05:00.000Z",
      },
    );
    assert.deepEqual(await read(cast, cast.ada, before.id), after);
  }));

Deno.test("status and state go together, and completing keeps the moment", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    const started = await change(cast, cast.ada, id, { status: "progressed" });
    assert.deepEqual([started.state.name, started.completedAt], ["In progress", null]);
    cast.world.clock.advance({ hours: 1 });
    const done = await change(cast, cast.ada, id, { status: "completed" });
    assert.deepEqual([done.state.name, done.completedAt], ["Done", "2026-03-12T11:00:00.000Z"]);
    cast.world.clock.advance({ hours: 1 });
    assert.equal(
      (await change(cast, cast.ada, id, { status: "completed" })).completedAt,
      done.completedAt,
    );
    assert.equal((await change(cast, cast.ada, id, { status: "planned" })).completedAt, null);
  }));

Deno.test("null clears what can be cleared", () =>
  withCast(createWorld(), async (cast) => {
    const parent = await cast.task(cast.ada);
    const { id } = await cast.task(cast.ada, {
      description: "Text",
      assigneeId: "me",
      deadlineAt: "2026-04-01",
      parentId: parent.id,
    });
    const cleared = await change(cast, cast.ada, id, {
      description: null,
      assigneeId: null,
      deadlineAt: null,
      parentId: null,
      projectId: null,
      milestoneId: null,
    });
    assert.deepEqual(
      [cleared.description, cleared.assigneeId, cleared.deadlineAt, cleared.parentId],
      [null, null, null, null],
    );
    for (const field of ["title", "status", "priority", "tags", "draft"]) {
      await refused(change(cast, cast.ada, id, { [field]: null }), { status: 422 });
    }
  }));

Deno.test("tags replace the whole list; an empty list clears it", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada, { tags: ["Bug", "Feature"] });
    assert.deepEqual((await change(cast, cast.ada, id, { tags: ["improvement"] })).tags, [
      "Improvement",
    ]);
    assert.deepEqual((await change(cast, cast.ada, id, { tags: [] })).tags, []);
  }));

Deno.test("an empty patch is refused, and one that changes nothing leaves no trace", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { tags: ["Bug"] });
    await refused(change(cast, cast.ada, task.id, {}), { status: 422 });
    const same = { title: task.title, status: task.status, priority: "none", tags: ["bug"] };
    assert.deepEqual(await change(cast, cast.ada, task.id, same), task);
  }));

Deno.test("draft: false publishes, nothing makes a draft of a task again", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada, { draft: true });
    assert.equal((await change(cast, cast.ada, id, { title: "Still a draft" })).draft, true);
    assert.equal((await change(cast, cast.ada, id, { draft: false })).draft, false);
    await refused(change(cast, cast.ada, id, { draft: true }), { status: 422 });
    assert.equal((await read(cast, cast.ada, id)).draft, false);
  }));

Deno.test("a stale version changes nothing and says which one stands", () =>
  withCast(createWorld(), async (cast) => {
    const { id, version } = await cast.task(cast.ada);
    const second = await change(cast, cast.ada, id, { priority: "high" }, version);
    const error = await refused(change(cast, cast.chidi, id, { priority: "low" }, version), {
      status: 412,
      code: "stale",
    });
    assert.match(error.hint ?? "", /version 2/);
    assert.deepEqual(await read(cast, cast.ada, id), second);
  }));

Deno.test("a refused field takes the good ones of its patch back", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada);
    const patch = { title: "New", assigneeId: "prof_nobody" };
    await refused(change(cast, cast.ada, task.id, patch), { status: 422, fields: ["assigneeId"] });
    assert.deepEqual(await read(cast, cast.ada, task.id), task);
  }));

Deno.test("a task can stand below any other but not below itself, at any depth", () =>
  withCast(createWorld(), async (cast) => {
    const a = await cast.task(cast.ada, { title: "A" });
    const b = await cast.task(cast.ada, { title: "B", parentId: a.id });
    const c = await cast.task(cast.ada, { title: "C", parentId: b.id });
    for (const below of [a, b, c]) {
      await refused(change(cast, cast.ada, a.id, { parentId: below.id }), {
        status: 422,
        code: "parent_cycle",
        fields: ["parentId"],
      });
    }
    assert.equal((await read(cast, cast.ada, a.id)).parent, null);
    assert.deepEqual((await read(cast, cast.ada, a.id)).children.map(({ title }) => title), ["B"]);
  }));

Deno.test("a parent's record gets a new version when a child of it changes", () =>
  withCast(createWorld(), async (cast) => {
    const parent = await cast.task(cast.ada);
    const child = await cast.task(cast.ada, { parentId: parent.id });
    const before = await read(cast, cast.ada, parent.id);
    await change(cast, cast.ada, child.id, { status: "completed" });
    const after = await read(cast, cast.ada, parent.id);
    assert.ok(after.version > before.version);
    assert.equal(after.children[0]?.status, "completed");
  }));

Deno.test("a task answers to its reference in any case, and after a move to the old one too", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { status: "planned" });
    assert.equal((await read(cast, cast.ada, "eng-1")).id, task.id);
    const moved = await change(cast, cast.ada, "ENG-1", { teamId: "PPL" });
    assert.deepEqual([moved.reference, moved.status], ["PPL-1", "planned"]);
    assert.equal((await read(cast, cast.ada, "ENG-1")).id, task.id);
    const back = await change(cast, cast.ada, "PPL-1", { teamId: cast.teams.eng });
    assert.equal(back.reference, "ENG-2");
    assert.equal((await read(cast, cast.ada, "PPL-1")).id, task.id);
  }));
