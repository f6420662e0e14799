import assert from "node:assert/strict";
import { perform } from "../../server/domain/operation.ts";
import { listAll } from "../../server/domain/page.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/tasks/record.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { archiveTeam } from "../../server/domain/teams/archive.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { archiveWorkflow } from "../../server/domain/workflows/archive.ts";
import { createWorkflow } from "../../server/domain/workflows/create.ts";
import { listWorkflows } from "../../server/domain/workflows/list.ts";
import type { Workflow } from "../../server/domain/workflows/schema.ts";
import { updateWorkflow } from "../../server/domain/workflows/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

async function workflows({ world, ada }: Cast): Promise<Workflow[]> {
  return await listAll(world.services, ada.member, listWorkflows);
}

async function change(
  { world }: Cast,
  by: Person,
  workflow: Workflow,
  patch: Record<string, unknown>,
): Promise<Workflow> {
  const input = { workflowId: workflow.id, patch };
  return parseJson((await perform(world.services, by.member, updateWorkflow, input)).json);
}

async function create({ world }: Cast, by: Person, input: Record<string, unknown>) {
  const found = await perform(world.services, by.member, createWorkflow, input);
  return parseJson<Workflow>(found.json);
}

async function patchTask({ world }: Cast, by: Person, taskId: string, patch: object) {
  const found = await perform(world.services, by.member, updateTask, { taskId, patch });
  return parseJson<TaskDetail>(found.task);
}

Deno.test("a new workspace has one workflow, a state for each status, which its teams use", () =>
  withCast(createWorld(), async (cast) => {
    const [only, ...others] = await workflows(cast);
    assert.equal(others.length, 0);
    assert.deepEqual([only!.isDefault, only!.teamCount, only!.states.length], [true, 2, 5]);
  }));

Deno.test("a workflow keeps at least one state for each status, and no name twice", () =>
  withCast(createWorld(), async (cast) => {
    const made = await create(cast, cast.ada, { name: "Support" });
    assert.deepEqual([made.isDefault, made.states.length], [false, 5]);
    await changesOnly(cast.world.database, [], async () => {
      const { states } = made;
      await refused(change(cast, cast.ada, made, { states: states.slice(1) }), {
        status: 422,
        fields: ["patch.states"],
      });
      const twice = [...states, { name: "DONE", status: "completed" }];
      await refused(change(cast, cast.ada, made, { states: twice }), {
        status: 422,
        fields: ["patch.states.5.name"],
      });
      const other = states.map((one, n) => n === 0 ? { ...one, id: "state_x" } : one);
      await refused(change(cast, cast.ada, made, { states: other }), {
        status: 422,
        fields: ["states.0.id"],
      });
      const turned = [...states, { ...states[0]!, name: "B", status: "backlogged" }];
      await refused(change(cast, cast.ada, made, { states: turned }), {
        status: 422,
        fields: ["states.5.id"],
      });
      const swapped = states.map((one, n) => ({ ...one, status: states[(n + 1) % 5]!.status }));
      await refused(change(cast, cast.ada, made, { states: swapped }), { status: 422 });
      await refused(create(cast, cast.chidi, { name: "Mine" }), { status: 403 });
      await refused(change(cast, cast.chidi, made, { name: "Mine" }), { status: 403 });
      await refused(create(cast, cast.bao, { name: "support" }), {
        status: 409,
        code: "name_taken",
      });
      await refused(change(cast, cast.ada, made, { isDefault: false }), { status: 422 });
    });
  }));

Deno.test("states are added, renamed and put in order by their whole list, and history says how", () =>
  withCast(createWorld(), async (cast) => {
    const [only] = await workflows(cast);
    const [backlog, planned, doing, done, cancelled] = only!.states;
    const states = [
      { ...planned!, name: "Ready" },
      backlog!,
      doing!,
      { name: "In review", status: "progressed" },
      done!,
      cancelled!,
    ];
    const changed = await change(cast, cast.bao, only!, { states });
    assert.deepEqual(changed.states.map(({ name }) => name), [
      "Ready",
      "Backlog",
      "In progress",
      "In review",
      "Done",
      "Cancelled",
    ]);
    const rows = await cast.world.database.read.selectFrom("activity").select("kind")
      .where("subject_id", "=", only!.id).orderBy("seq").execute();
    assert.deepEqual(rows.map(({ kind }) => kind), [
      "workflow.state_renamed",
      "workflow.state_added",
      "workflow.states_reordered",
    ]);
    await changesOnly(
      cast.world.database,
      [],
      () => change(cast, cast.bao, only!, { states: changed.states }),
    );
  }));

Deno.test("tasks of a removed state move to the first other one of its status", () =>
  withCast(createWorld(), async (cast) => {
    const [only] = await workflows(cast);
    const review = { name: "In review", status: "progressed" };
    const wider = await change(cast, cast.ada, only!, { states: [...only!.states, review] });
    const { id: stateId } = wider.states.at(-1)!;
    const task = await cast.task(cast.ada, { status: "planned" });
    const moved = await patchTask(cast, cast.chidi, task.id, { stateId });
    assert.deepEqual([moved.status, moved.state.name], ["progressed", "In review"]);
    await change(cast, cast.ada, wider, { states: wider.states.slice(0, -1) });
    const { task: json } = await perform(cast.world.services, cast.ada.member, findTask, {
      taskId: task.id,
    });
    const after = parseJson<TaskDetail>(json);
    assert.deepEqual([after.status, after.state.name], ["progressed", "In progress"]);
    assert.ok(after.version > moved.version);
  }));

Deno.test("a task's state can be set by its id: the status comes along, and history tells which changed", () =>
  withCast(createWorld(), async (cast) => {
    const [only] = await workflows(cast);
    const review = { name: "In review", status: "progressed" };
    const { states } = await change(cast, cast.ada, only!, { states: [...only!.states, review] });
    const stateOf = (name: string) => states.find((state) => state.name === name)!.id;
    const { id } = await cast.task(cast.ada);
    const set = (patch: object) => patchTask(cast, cast.chidi, id, patch);
    assert.equal((await set({ stateId: stateOf("In progress") })).status, "progressed");
    const second = await set({ stateId: stateOf("In review"), status: "progressed" });
    assert.deepEqual(second.activity.slice(-2).map(({ kind }) => kind), [
      "task.status_changed",
      "task.state_changed",
    ]);
    assert.equal((await set({ status: "progressed" })).state.name, "In review");
    assert.equal((await set({ stateId: stateOf("In review") })).version, second.version);
    const done = await set({ stateId: stateOf("Done") });
    assert.equal(done.completedAt, cast.world.clock.now().toISOString());
    assert.equal((await set({ stateId: stateOf("Backlog") })).completedAt, null);
    const other = await create(cast, cast.ada, { name: "Support" });
    await refused(set({ stateId: other.states[0]!.id }), { status: 422, code: "unknown_state" });
    await refused(set({ stateId: stateOf("Done"), status: "planned" }), {
      status: 422,
      fields: ["stateId"],
    });
  }));

Deno.test("the default and a workflow in use can't be archived; another one can, and frees its name", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const [only] = await workflows(cast);
    const archive = (workflow: Workflow) =>
      perform(services, cast.ada.member, archiveWorkflow, { workflowId: workflow.id });
    await refused(archive(only!), { status: 409, code: "workflow_is_default" });
    const support = await create(cast, cast.ada, { name: "Support" });
    await change(cast, cast.ada, support, { isDefault: true });
    assert.deepEqual((await workflows(cast)).map(({ name, isDefault }) => [name, isDefault]), [
      ["Support", true],
      ["Default", false],
    ]);
    await refused(archive(only!), { status: 409, code: "workflow_in_use" });
    const team = { name: "Help", key: "HLP" };
    const helpers = await perform(services, cast.ada.member, createTeam, team);
    assert.equal(parseJson(helpers.json).workflowId, support.id);
    const spare = await create(cast, cast.ada, { name: "Spare" });
    const spareTeam = { name: "Spare", key: "SPR", workflowId: spare.id };
    const { id: teamId } = await perform(services, cast.ada.member, createTeam, spareTeam);
    await perform(services, cast.ada.member, archiveTeam, { teamId });
    await refused(archive(spare), { status: 409, code: "workflow_in_use" });
    const free = await create(cast, cast.ada, { name: "Free" });
    await archive(free);
    await refused(change(cast, cast.ada, free, { name: "X" }), { status: 409 });
    await create(cast, cast.ada, { name: "Free" });
  }));
