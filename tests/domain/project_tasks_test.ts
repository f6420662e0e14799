import assert from "node:assert/strict";
import { sql } from "kysely";
import { archiveMilestone, updateMilestone } from "../../server/domain/milestones/update.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { groupTasks } from "../../server/domain/tasks/groups.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Project } from "../../server/domain/projects/schema.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { taskStatuses } from "../../server/domain/vocabulary.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

Deno.test("a task contains its project and milestone, and its activity shows the changes", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada, { key: "WEB" });
    const beta = await plan.milestone(cast.ada, projectId, "Beta");
    const made = await cast.task(cast.chidi, { projectId: "web", milestoneId: beta.id });
    assert.deepEqual(made.project, { id: projectId, key: "WEB", name: "Website relaunch" });
    assert.deepEqual(made.milestone, { id: beta.id, name: "Beta" });
    assert.deepEqual([made.projectId, made.milestoneId], [projectId, beta.id]);
    const out = await plan.patchTask(cast.chidi, made.id, { projectId: null });
    assert.deepEqual([out.projectId, out.milestoneId], [null, null]);
    const kinds = out.activity.slice(1).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["task.project_changed", "task.milestone_changed"]);
    const back = { projectId, milestoneId: beta.id };
    assert.equal((await plan.patchTask(cast.chidi, made.id, back)).milestone?.name, "Beta");
    await changesOnly(
      cast.world.database,
      [],
      () => plan.patchTask(cast.chidi, made.id, { ...back, projectId: "WEB" }),
    );
  }));

Deno.test("setting a milestone by name is one change, and setting it again changes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada, { key: "WEB" });
    await plan.milestone(cast.ada, projectId, "Beta");
    const { id } = await cast.task(cast.chidi);
    const patch = { projectId: "WEB", milestoneId: "beta" };
    const { activity } = await plan.patchTask(cast.chidi, id, patch);
    const kinds = activity.slice(1).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["task.project_changed", "task.milestone_changed"]);
    await changesOnly(
      cast.world.database,
      [],
      () => plan.patchTask(cast.chidi, id, { milestoneId: "Beta" }),
    );
  }));

Deno.test("a milestone can be set only on tasks of its project", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const one = await plan.project(cast.ada);
    const two = await plan.project(cast.ada);
    const beta = await plan.milestone(cast.ada, one.id, "Beta");
    const task = await cast.task(cast.ada, { projectId: one.id, milestoneId: beta.id });
    const field = { status: 422, fields: ["milestoneId"] };
    await refused(cast.task(cast.ada, { milestoneId: beta.id }), field);
    await refused(cast.task(cast.ada, { projectId: two.id, milestoneId: beta.id }), field);
    const move = { projectId: two.id, milestoneId: beta.id };
    await refused(plan.patchTask(cast.ada, task.id, move), field);
    const cleared = { projectId: null, milestoneId: beta.id };
    await refused(plan.patchTask(cast.ada, task.id, cleared), field);
    const moved = await plan.patchTask(cast.ada, task.id, { projectId: two.id });
    assert.deepEqual([moved.projectId, moved.milestoneId], [two.id, null]);
  }));

Deno.test("an archived milestone keeps its tasks, but can't be set on others", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    const { id: milestoneId } = await plan.milestone(cast.ada, projectId, "Beta");
    const task = await cast.task(cast.ada, { projectId, milestoneId });
    await plan.run(cast.ada, archiveMilestone, { projectId, milestoneId });
    assert.equal(
      (await plan.patchTask(cast.ada, task.id, { title: "On" })).milestone?.name,
      "Beta",
    );
    await refused(cast.task(cast.ada, { projectId, milestoneId }), { status: 422 });
    const patch = { archived: false };
    await plan.run(cast.ada, updateMilestone, { projectId, milestoneId, patch });
    await cast.task(cast.ada, { projectId, milestoneId });
    const [beta] = (await plan.read(cast.ada, projectId)).milestones;
    assert.equal(beta?.progress.total, 2);
  }));

/** Recounts from the tasks themselves what the counts must be. */
async function recount(cast: Cast) {
  const { rows } = await sql<{ owner: string; team_id: string; status: string; tasks: number }>`
    select o.owner, t.team_id, t.status, count(*) as tasks from tasks t
    join (select id, project_id as owner from tasks union all select id, milestone_id from tasks) o
      on o.id = t.id and o.owner is not null
    where t.project_id is not null and t.draft = 0 and t.archived_at is null
    group by 1, 2, 3 order by 1, 2, 3`.execute(cast.world.database.read);
  return rows;
}

async function counted(cast: Cast) {
  const { rows } = await sql<{ owner: string; team_id: string; status: string; tasks: number }>`
    select owner_id as owner, team_id, status, tasks from project_task_counts where tasks <> 0
    order by 1, 2, 3`.execute(cast.world.database.read);
  return rows;
}

Deno.test("task counts stay correct after every kind of change", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    const { id: otherId } = await plan.project(cast.ada);
    const { id: milestoneId } = await plan.milestone(cast.ada, projectId, "Beta");
    const tasks = [];
    for (const status of taskStatuses) {
      tasks.push(await cast.task(cast.ada, { projectId, milestoneId, status }));
    }
    const draft = await cast.task(cast.ada, { projectId, draft: true });
    const steps: [string, Record<string, unknown>][] = [
      [tasks[0]!.id, { status: "completed" }],
      [tasks[1]!.id, { projectId: otherId }],
      [tasks[2]!.id, { milestoneId: null }],
      [tasks[3]!.id, { teamId: cast.teams.ppl }],
      [draft.id, { draft: false, status: "planned" }],
      [tasks[4]!.id, { projectId: null }],
      [tasks[4]!.id, { projectId: otherId, status: "backlogged" }],
    ];
    for (const [id, patch] of steps) {
      await plan.patchTask(cast.ada, id, patch);
      assert.deepEqual(await counted(cast), await recount(cast), JSON.stringify(patch));
    }
    const at = cast.world.clock.now().toISOString();
    await cast.world.database.write(async (tx) => {
      await tx.updateTable("tasks").set({ archived_at: at }).where("id", "=", draft.id).execute();
    });
    assert.deepEqual(await counted(cast), await recount(cast));
    assert.ok((await counted(cast)).every(({ tasks }) => tasks > 0));
  }));

Deno.test("progress omits tasks that are hidden from the reader", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    await cast.task(cast.ada, { projectId });
    await cast.task(cast.dina, { projectId, teamId: "PPL", status: "completed" });
    assert.equal((await plan.read(cast.ada, projectId)).progress.total, 2);
    const { progress } = await plan.read(cast.chidi, projectId);
    assert.deepEqual([progress.total, progress.completed], [1, 0]);
  }));

Deno.test("a project's status counts the tasks of all of its teams, and is the same for everyone", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada, { teamIds: ["ENG", "PPL"] });
    await cast.task(cast.ada, { projectId, status: "completed" });
    await cast.task(cast.dina, { projectId, teamId: "PPL", status: "progressed", draft: true });
    assert.equal((await plan.read(cast.chidi, projectId)).status, "completed");
    await cast.task(cast.dina, { projectId, teamId: "PPL", status: "progressed" });
    for (const reader of [cast.ada, cast.chidi, cast.dina]) {
      assert.equal((await plan.read(reader, projectId)).status, "active");
      const active = await plan.run(reader, listProjects, { status: "active" });
      assert.equal(active.size, 1);
    }
    const { progress } = await plan.read(cast.chidi, projectId);
    assert.deepEqual([progress.total, progress.completed, progress.progressed], [1, 1, 0]);
  }));

Deno.test("a project's status follows its tasks until someone sets it", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    const status = async () => (await plan.read(cast.ada, projectId)).status;
    assert.equal(await status(), "backlog");
    const one = await cast.task(cast.ada, { projectId });
    assert.equal(await status(), "backlog");
    const two = await cast.task(cast.ada, { projectId, status: "planned" });
    assert.equal(await status(), "planned");
    await plan.patchTask(cast.ada, one.id, { status: "progressed" });
    assert.equal(await status(), "active");
    await plan.patchTask(cast.ada, one.id, { status: "cancelled" });
    await plan.patchTask(cast.ada, two.id, { status: "completed" });
    assert.equal(await status(), "completed");
    await plan.patchTask(cast.ada, two.id, { status: "cancelled" });
    assert.equal(await status(), "cancelled");
    const held = await plan.patch(cast.ada, projectId, { status: "active" });
    assert.deepEqual([held.status, held.statusSource], ["active", "override"]);
    await plan.patchTask(cast.ada, two.id, { status: "planned" });
    assert.equal(await status(), "active");
    const freed = await plan.patch(cast.ada, projectId, { status: null });
    assert.deepEqual([freed.status, freed.statusSource], ["planned", "derived"]);
    assert.deepEqual(
      freed.activity.slice(1).map(({ kind }) => kind),
      ["project.status_changed", "project.status_derived"],
    );
  }));

const letters = {
  b: "backlogged",
  p: "planned",
  r: "progressed",
  c: "completed",
  x: "cancelled",
} as const satisfies Record<string, Task["status"]>;

/** What a project is, by which statuses its tasks are in: every set of the five. */
const derived: Record<Project["status"], string> = {
  backlog: "none b bx",
  planned: "p bp px bpx",
  active: "r br bc pr pc rc rx bpr bpc brc brx bcx prc prx pcx rcx " +
    "bprc bprx bpcx brcx prcx bprcx",
  completed: "c cx",
  cancelled: "x",
};

Deno.test("a project's status is derived from tasks in any of the five statuses", () =>
  withCast(createWorld(), async (cast) => {
    const sets = Object.entries(derived).flatMap(([is, those]) =>
      those.split(" ").map((set) => ({ is, set: set === "none" ? "" : set }))
    );
    assert.equal(new Set(sets.map(({ set }) => [...set].sort().join(""))).size, 32);
    for (const [n, { is, set }] of sets.entries()) {
      const { id: projectId } = await planner(cast).project(cast.ada, { name: `Project ${n}` });
      for (const [at, letter] of [...set].entries()) {
        const status = letters[letter as keyof typeof letters];
        await cast.task(cast.ada, { projectId, status });
        // More of one than of another, which must not tip it
        if ((at + n) % 2 === 0) await cast.task(cast.ada, { projectId, status });
      }
      assert.equal((await planner(cast).read(cast.ada, projectId)).status, is, set || "no task");
    }
  }));

Deno.test("tasks are listed and grouped by project", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const web = await plan.project(cast.ada, { key: "WEB", name: "Web" });
    const app = await plan.project(cast.ada, { key: "APP", name: "App" });
    await plan.project(cast.ada, { key: "NIL", name: "Empty" });
    const one = await cast.task(cast.ada, { projectId: web.id, priority: "high" });
    const two = await cast.task(cast.ada, { projectId: app.id });
    const none = await cast.task(cast.ada);
    const ids = async (query: Record<string, unknown>) => {
      const page = await plan.run(cast.ada, listTasks, query);
      return parseJson<Task[]>(page.records).map(({ id }) => id);
    };
    for (const sort of ["-createdAt", "createdAt", "-updatedAt", "-priority"]) {
      assert.deepEqual(await ids({ projectId: web.id, sort }), [one.id], sort);
      assert.deepEqual(await ids({ projectId: "none", sort }), [none.id], sort);
    }
    assert.deepEqual(await ids({ projectId: "app" }), [two.id]);
    assert.deepEqual(await ids({ projectId: "app", status: "completed" }), []);
    assert.deepEqual(await ids({ projectId: "app", assigneeId: "none" }), [two.id]);
    await plan.run(cast.ada, archiveProject, { projectId: app.id });
    const groups = await plan.run(cast.ada, groupTasks, { group: "project" });
    assert.deepEqual(groups.map(({ name, count }) => [name, count]), [
      ["App", 1],
      ["Web", 1],
      [null, 1],
    ]);
  }));

Deno.test("neither a visible task nor its activity names the task's hidden project", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const hidden = await plan.project(cast.ada, { name: "Quiet", teamIds: ["PPL"] });
    const quiet = await plan.milestone(cast.ada, hidden.id, "Quiet beta");
    const { id } = await cast.task(cast.ada);
    await plan.patchTask(cast.ada, id, { projectId: hidden.id, milestoneId: quiet.id });
    const seen = await plan.patchTask(cast.chidi, id, { priority: "low" });
    assert.deepEqual([seen.projectId, seen.project, seen.milestone], [null, null, null]);
    assert.ok(!JSON.stringify(seen).includes("Quiet"));
    const list = async (projectId: string) =>
      (await plan.run(cast.chidi, listTasks, { projectId })).records;
    await refused(list(hidden.id), { status: 422, fields: ["projectId"] });
    assert.match(await list("none"), new RegExp(id));
    const groups = await plan.run(cast.chidi, groupTasks, { group: "project" });
    assert.deepEqual(groups.map(({ key, count }) => [key, count]), [["none", 1]]);
    await refused(cast.task(cast.chidi, { projectId: hidden.id }), {
      status: 422,
      code: "unknown_project",
    });
  }));
