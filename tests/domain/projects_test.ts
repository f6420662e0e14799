import assert from "node:assert/strict";
import { archiveProject, restoreProject } from "../../server/domain/projects/archive.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { addDependency } from "../../server/domain/projects/dependencies.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import { type Project, ProjectDetail } from "../../server/domain/projects/schema.ts";
import { updateProject } from "../../server/domain/projects/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

const idOf = (person: Person) => person.member.profile.id;

async function listed(cast: Cast, by: Person, input: Record<string, unknown> = {}) {
  const page = await planner(cast).run(by, listProjects, input);
  return parseJson<Project[]>(page.records).map(({ key }) => key);
}

Deno.test("a new project has all its given values", () =>
  withCast(createWorld(), async (cast) => {
    const made = await planner(cast).project(cast.ada, {
      key: "web",
      summary: "A new face",
      description: "# Why\n\nThe old one is old.",
      leadId: "me",
      memberIds: [idOf(cast.chidi)],
      teamIds: ["eng"],
      priority: "high",
      startDate: "2026-04-01",
      targetDate: "2026-06-30T23:00:00Z",
    });
    ProjectDetail.parse(made);
    assert.equal(made.key, "WEB");
    assert.equal(made.lead?.name, "Ada Lovelace");
    assert.deepEqual(made.memberIds, [idOf(cast.chidi)]);
    assert.deepEqual(made.teams.map(({ key }) => key), ["ENG"]);
    assert.deepEqual([made.startDate, made.targetDate], ["2026-04-01", "2026-06-30"]);
    assert.deepEqual([made.status, made.statusSource, made.health], ["backlog", "derived", null]);
    assert.deepEqual(made.activity.map(({ kind }) => kind), ["project.created"]);
  }));

Deno.test("a generated key starts like the name, and its ending reveals no other project", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const keys: string[] = [];
    for (const name of ["Website relaunch", "Website relaunch", "Website relaunch", "日本"]) {
      keys.push((await plan.project(cast.ada, { name })).key);
    }
    const form = /^WEB[B-Z2-9]{3},WEB[B-Z2-9]{3},WEB[B-Z2-9]{3},PROJ[B-Z2-9]{3}$/;
    assert.match(keys.join(), form);
    assert.equal(new Set(keys).size, 4);
    await plan.project(cast.ada, { key: "WEB" });
    await refused(plan.project(cast.ada, { key: "Web" }), {
      status: 409,
      code: "project_key_taken",
    });
  }));

Deno.test("if two people choose the same key at once, one gets it", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const outcomes = await Promise.allSettled([
      plan.project(cast.ada, { key: "WEB" }),
      plan.project(cast.bao, { key: "WEB" }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    assert.deepEqual(await listed(cast, cast.ada), ["WEB"]);
  }));

Deno.test("a project's former keys still work, and can't be used for other projects", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id } = await plan.project(cast.ada, { key: "WEB" });
    await plan.patch(cast.ada, "WEB", { key: "SITE" });
    const renamed = await plan.read(cast.ada, "web");
    assert.deepEqual([renamed.key, renamed.formerKeys], ["SITE", ["WEB"]]);
    const taken = { status: 409, code: "project_key_taken" };
    await refused(plan.project(cast.ada, { key: "WEB" }), taken);
    const other = await plan.project(cast.ada, { key: "SHOP" });
    await refused(plan.patch(cast.ada, other.id, { key: "WEB" }), taken);
    assert.equal((await plan.read(cast.ada, "WEB")).id, id);
    await plan.patch(cast.ada, id, { key: "WEB" });
    const back = await plan.read(cast.ada, "SITE");
    assert.deepEqual([back.id, back.key, back.formerKeys], [id, "WEB", ["SITE"]]);
  }));

Deno.test("only managers can create projects, and only managers and the lead can change them", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const people = [cast.ada, cast.bao, cast.chidi, cast.dina, cast.esra];
    for (const [n, by] of people.entries()) {
      if (n < 2) await plan.project(by);
      else await refused(plan.project(by), { status: 403, code: "not_manager" });
    }
    const { id } = await plan.project(cast.ada, { leadId: idOf(cast.chidi) });
    await plan.patch(cast.chidi, id, { summary: "By its lead" });
    await refused(plan.patch(cast.dina, id, { summary: "No" }), {
      status: 403,
      code: "not_project_writer",
    });
    // Whoever gives the lead away can't take it back.
    await plan.patch(cast.chidi, id, { leadId: idOf(cast.dina) });
    await refused(plan.patch(cast.chidi, id, { leadId: "me" }), { status: 403 });
    await refused(plan.read(cast.frode, id), { status: 404 });
  }));

Deno.test("a project with only private teams is visible to people who see one of them", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { ada, chidi, dina } = cast;
    const hidden = await plan.project(ada, { key: "HID", teamIds: ["PPL"] });
    cast.world.clock.advance({ seconds: 1 });
    const mixed = await plan.project(ada, { key: "MIX", teamIds: ["PPL", "ENG"] });
    assert.deepEqual(await listed(cast, dina), ["MIX", "HID"]);
    assert.deepEqual(await listed(cast, chidi), ["MIX"]);
    for (const key of [hidden.id, "HID"]) {
      await refused(plan.read(chidi, key), { status: 404 });
      await refused(plan.patch(chidi, key, { name: "Mine" }), { status: 404 });
    }
    assert.deepEqual((await plan.read(chidi, "MIX")).teams.map(({ key }) => key), ["ENG"]);
    await refused(listed(cast, chidi, { teamId: "PPL" }), { status: 422, fields: ["teamId"] });
    await plan.run(ada, addDependency, { projectId: mixed.id, otherId: hidden.id });
    const seen = await plan.read(chidi, mixed.id);
    assert.deepEqual(seen.dependencies.blockedBy, []);
    assert.ok(!JSON.stringify(seen).includes(hidden.id));
    await refused(plan.project(ada, { teamIds: ["PPL"], leadId: idOf(chidi) }), {
      status: 422,
      code: "unknown_profile",
      fields: ["leadId"],
    });
  }));

Deno.test("a lead who can't see a private team of the project can't remove this team", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id } = await plan.project(cast.ada, {
      teamIds: ["PPL", "ENG"],
      leadId: idOf(cast.chidi),
    });
    assert.equal((await plan.read(cast.chidi, id)).teams.length, 1);
    await changesOnly(
      cast.world.database,
      [],
      () =>
        refused(plan.patch(cast.chidi, id, { teamIds: [] }), {
          status: 422,
          code: "project_would_be_hidden",
        }),
    );
    assert.equal((await plan.read(cast.ada, id)).teams.length, 2);
  }));

Deno.test("a patch records each change once, and nothing without changes", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id } = await plan.project(cast.ada, { teamIds: ["ENG"], targetDate: "2026-06-30" });
    const patch = {
      name: "Relaunch",
      priority: "urgent",
      leadId: idOf(cast.chidi),
      memberIds: ["me", idOf(cast.dina)],
      startDate: "2026-05-01",
      description: "Soon.",
    };
    const patched = await plan.patch(cast.ada, id, patch);
    assert.deepEqual(patched.activity.slice(1).map(({ kind }) => kind), [
      "project.name_changed",
      "project.description_changed",
      "project.lead_changed",
      "project.members_changed",
      "project.priority_changed",
      "project.start_date_changed",
    ]);
    for (const leadId of [patch.leadId, "chidi", "Chidi Eze"]) {
      const same = () => plan.patch(cast.ada, id, { ...patch, leadId });
      await changesOnly(cast.world.database, [], same);
    }
    await refused(plan.patch(cast.ada, id, {}), { status: 422 });
  }));

Deno.test("missing records, and a target date before the start, are refused and change nothing", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id } = await plan.project(cast.ada, { startDate: "2026-05-01" });
    const refusals: [Record<string, unknown>, string][] = [
      [{ name: "X", leadId: idOf(cast.frode) }, "leadId"],
      [{ name: "X", memberIds: ["me", "prof_1"] }, "memberIds.1"],
      [{ name: "X", teamIds: ["ELS"] }, "teamIds.0"],
      [{ name: "X", labels: ["Nope"] }, "labels.0"],
      [{ name: "X", targetDate: "2026-04-30" }, "targetDate"],
      [{ name: "X", status: "progressed" }, "patch.status"],
    ];
    for (const [patch, field] of refusals) {
      await changesOnly(
        cast.world.database,
        [],
        () => refused(plan.patch(cast.ada, id, patch), { status: 422, fields: [field] }),
      );
    }
    await refused(plan.patch(cast.ada, id, { status: "backlogged" }), { status: 422 })
      .then((error) => assert.match(error.message, /Use backlog for/));
  }));

Deno.test("a patch with a stale version changes nothing, and changes to tasks don't make a version stale", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id, version } = await plan.project(cast.ada);
    await cast.task(cast.ada, { projectId: id, status: "progressed" });
    const guarded = (patch: Record<string, unknown>) =>
      plan.run(cast.ada, updateProject, { projectId: id, version, patch });
    await guarded({ name: "First" });
    await refused(guarded({ name: "Second" }), { status: 412, code: "stale" });
    assert.equal((await plan.read(cast.ada, id)).name, "First");
  }));

Deno.test("an archived project leaves the lists, can't be changed, and can be fully restored", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id } = await plan.project(cast.ada, { key: "WEB", leadId: idOf(cast.chidi) });
    const task = await cast.task(cast.ada, { projectId: id });
    const archived = await plan.whole(plan.run(cast.chidi, archiveProject, { projectId: id }));
    assert.ok(archived.archivedAt);
    assert.deepEqual(await listed(cast, cast.ada), []);
    await refused(plan.patch(cast.ada, id, { name: "No" }), {
      status: 409,
      code: "project_archived",
    });
    await refused(cast.task(cast.ada, { projectId: id }), {
      status: 422,
      code: "project_archived",
      fields: ["projectId"],
    });
    await refused(plan.project(cast.ada, { key: "WEB" }), { status: 409 });
    assert.equal((await plan.patchTask(cast.ada, task.id, { title: "Go on" })).projectId, id);
    await changesOnly(
      cast.world.database,
      [],
      () => plan.run(cast.chidi, archiveProject, { projectId: id }),
    );
    await refused(plan.run(cast.dina, restoreProject, { projectId: id }), { status: 403 });
    const back = await plan.whole(plan.run(cast.ada, restoreProject, { projectId: id }));
    assert.equal(back.archivedAt, null);
    assert.equal(back.progress.total, 1);
    assert.deepEqual(await listed(cast, cast.ada), ["WEB"]);
  }));

Deno.test("projects are filtered by status, lead, and team, and paginated by key", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    await plan.project(cast.ada, { key: "ONE", status: "active", leadId: "me" });
    cast.world.clock.advance({ seconds: 1 });
    await plan.project(cast.ada, { key: "TWO", status: "planned", teamIds: ["ENG"] });
    cast.world.clock.advance({ seconds: 1 });
    await plan.project(cast.ada, { key: "TRI", leadId: idOf(cast.chidi) });
    assert.deepEqual(await listed(cast, cast.chidi), ["TRI", "TWO", "ONE"]);
    assert.deepEqual(await listed(cast, cast.chidi, { status: "active,planned" }), ["TWO", "ONE"]);
    assert.deepEqual(await listed(cast, cast.chidi, { status: "active" }), ["ONE"]);
    assert.deepEqual(await listed(cast, cast.chidi, { leadId: "me" }), ["TRI"]);
    assert.deepEqual(await listed(cast, cast.chidi, { teamId: "ENG" }), ["TWO"]);
    const first = await plan.run(cast.ada, listProjects, { limit: "2" });
    const next = await listed(cast, cast.ada, { limit: "2", cursor: first.nextCursor });
    assert.deepEqual(next, ["ONE"]);
    await refused(plan.run(cast.ada, listProjects, { status: "progressed" }), { status: 422 });
    await refused(plan.run(cast.ada, createProject, { name: " " }), { status: 422 });
  }));
