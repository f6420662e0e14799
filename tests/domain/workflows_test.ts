import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { search } from "../../server/domain/search/search.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { archiveTeam } from "../../server/domain/teams/archive.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
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
  return parseJson<TaskDetail>(found.json);
}

async function readTask({ world, ada }: Cast, taskId: string): Promise<TaskDetail> {
  return parseJson((await perform(world.services, ada.member, findTask, { taskId })).json);
}

async function revisionOf({ world, workspaceId }: Cast): Promise<number> {
  const { revision } = await world.database.read.selectFrom("workspaces").select("revision")
    .where("id", "=", workspaceId).executeTakeFirstOrThrow();
  return revision;
}

Deno.test("a new workspace has one workflow with a state per status, which its teams use", () =>
  withCast(createWorld(), async (cast) => {
    const [only, ...others] = await workflows(cast);
    assert.equal(others.length, 0);
    assert.deepEqual([only!.isDefault, only!.teamCount, only!.states.length], [true, 2, 5]);
  }));

Deno.test("a workflow has at least one state for each status, with unique names", () =>
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

Deno.test("states can be added, renamed, and reordered as a whole list, and the activity describes the changes", () =>
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

Deno.test("tasks of a removed state move to the first other state with the same status", () =>
  withCast(createWorld(), async (cast) => {
    const [only] = await workflows(cast);
    const review = { name: "In review", status: "progressed" };
    const wider = await change(cast, cast.ada, only!, { states: [...only!.states, review] });
    const { id: stateId } = wider.states.at(-1)!;
    const task = await cast.task(cast.ada, { status: "planned" });
    const moved = await patchTask(cast, cast.chidi, task.id, { stateId });
    assert.deepEqual([moved.status, moved.state.name], ["progressed", "In review"]);
    const found = async (q: string) =>
      (await perform(cast.world.services, cast.ada.member, search, { q })).map(({ id }) => id);
    assert.deepEqual([await found("#review"), await found("#progress")], [[task.id], [task.id]]);
    const revision = await revisionOf(cast);
    await change(cast, cast.ada, wider, {
      states: wider.states.slice(0, -1).map((state) =>
        state.name === "In progress" ? { ...state, name: "Doing" } : state
      ),
    });
    const after = await readTask(cast, task.id);
    assert.deepEqual([after.status, after.state.name], ["progressed", "Doing"]);
    assert.deepEqual([await found("#review"), await found("#doing")], [[], [task.id]]);
    assert.ok(await revisionOf(cast) > revision, "what clients hold is old");
  }));

Deno.test("tasks of states that are removed one after another end up in the remaining state", () =>
  withCast(createWorld(), async (cast) => {
    const [only] = await workflows(cast);
    const extra = ["Review", "Testing"].map((name) => ({ name, status: "progressed" }));
    const wide = await change(cast, cast.ada, only!, { states: [...extra, ...only!.states] });
    const { id } = await cast.task(cast.chidi, { status: "progressed" });
    assert.equal((await readTask(cast, id)).state.name, "Review");
    const without = (states: Workflow["states"], name: string) =>
      states.filter((state) => state.name !== name);
    const fewer = await change(cast, cast.ada, wide, { states: without(wide.states, "Review") });
    assert.equal((await readTask(cast, id)).state.name, "Testing");
    await change(cast, cast.ada, fewer, { states: without(fewer.states, "Testing") });
    const { state, version } = await readTask(cast, id);
    assert.equal(state.name, "In progress");
    const same = await patchTask(cast, cast.chidi, id, { stateId: state.id });
    assert.equal(same.version, version, "it stands there already");
    await refused(patchTask(cast, cast.chidi, id, { stateId: wide.states[0]!.id }), {
      status: 422,
      code: "unknown_state",
    });
    const done = await patchTask(cast, cast.chidi, id, { status: "completed" });
    assert.equal(done.state.name, "Done");
  }));

Deno.test("after a return to a former workflow, tasks get their old states, or a state of their new status", () =>
  withCast(createWorld(), async (cast) => {
    const [only] = await workflows(cast);
    const review = { name: "In review", status: "progressed" };
    const home = await change(cast, cast.ada, only!, { states: [...only!.states, review] });
    const { id: stateId } = home.states.at(-1)!;
    const [untouched, moved] = [await cast.task(cast.ada), await cast.task(cast.ada)];
    for (const { id } of [untouched, moved]) await patchTask(cast, cast.chidi, id, { stateId });
    const plain = await create(cast, cast.ada, { name: "Plain" });
    const use = (workflowId: string) =>
      perform(cast.world.services, cast.ada.member, updateTeam, {
        teamId: "ENG",
        patch: { workflowId },
      });
    await use(plain.id);
    assert.equal((await readTask(cast, untouched.id)).state.id, plain.states[2]!.id);
    await patchTask(cast, cast.chidi, moved.id, { status: "planned" });
    const third = await create(cast, cast.ada, { name: "Third" });
    await use(third.id);
    assert.equal((await readTask(cast, untouched.id)).state.id, third.states[2]!.id);
    await use(home.id);
    assert.equal((await readTask(cast, untouched.id)).state.name, "In review");
    assert.deepEqual((await readTask(cast, moved.id)).state, {
      id: home.states[1]!.id,
      name: "Planned",
      status: "planned",
    });
  }));

Deno.test("a task that changes team and state at once has one state", () =>
  withCast(createWorld(), async (cast) => {
    const [only] = await workflows(cast);
    const { id } = await cast.task(cast.ada, { status: "progressed" });
    const plain = await create(cast, cast.ada, {
      name: "Plain",
      states: [...only!.states.map(({ name, status }) => ({ name, status })), {
        name: "Checking",
        status: "progressed",
      }],
    });
    const team = { name: "Help", key: "HLP", workflowId: plain.id };
    const { id: teamId } = await perform(cast.world.services, cast.ada.member, createTeam, team);
    const { id: stateId } = plain.states.at(-1)!;
    const moved = await patchTask(cast, cast.ada, id, { teamId, stateId });
    assert.equal(moved.state.name, "Checking");
    const last = moved.activity.at(-1)! as { kind: string; data: { from?: { name: string } } };
    assert.deepEqual([last.kind, last.data.from?.name], ["task.state_changed", "In progress"]);
  }));

Deno.test("setting a task's state by ID also sets its status, and the activity shows what changed", () =>
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

Deno.test("the default workflow and used ones can't be archived, and archiving another one frees its name", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const [only] = await workflows(cast);
    const archive = (workflow: Workflow) =>
      perform(services, cast.ada.member, archiveWorkflow, { workflowId: workflow.id });
    await refused(archive(only!), { status: 409, code: "workflow_is_default" });
    const support = await create(cast, cast.ada, { name: "Support" });
    await change(cast, cast.ada, support, { isDefault: true });
    const before = await workflows(cast);
    assert.equal(before.find(({ id }) => id === only!.id)!.version, only!.version + 1);
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

Deno.test("setting a team's current workflow by any reference changes nothing", () =>
  withCast(createWorld(), async ({ world, ada, teams }) => {
    await changesOnly(world.database, [], async () => {
      const input = { teamId: teams.eng, patch: { workflowId: "default" } };
      await perform(world.services, ada.member, updateTeam, input);
    });
  }));
