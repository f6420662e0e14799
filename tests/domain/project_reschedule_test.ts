import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { addDependency } from "../../server/domain/projects/dependencies.ts";
import { rescheduleProject } from "../../server/domain/projects/reschedule.ts";
import { readRoadmap } from "../../server/domain/projects/roadmap.ts";
import type { ChangedProjects, ProjectPatch } from "../../server/domain/projects/schema.ts";
import { undoProjects } from "../../server/domain/projects/undo.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

/** Four projects, each of which waits for the one before: `A` … `D`, a week long each, a day in between. */
async function chain(cast: Cast) {
  const plan = planner(cast);
  const { ada } = cast;
  const weeks = [
    ["A", "2027-01-04", "2027-01-10"],
    ["B", "2027-01-11", "2027-01-17"],
    ["C", "2027-01-18", "2027-01-24"],
    ["D", "2027-02-01", "2027-02-07"],
  ] as const;
  let before: string | null = null;
  for (const [key, startDate, targetDate] of weeks) {
    await plan.project(ada, { name: `Part ${key}`, key, startDate, targetDate });
    if (before) await plan.run(ada, addDependency, { projectId: key, otherId: before });
    before = key;
  }
  const dates = async (by: Person = ada) => {
    const all = [];
    for (const [key] of weeks) {
      const { startDate, targetDate } = await plan.read(by, key);
      all.push(`${key} ${startDate} ${targetDate}`);
    }
    return all;
  };
  /** The last act, by which it can be undone. */
  const act: { id: string | null } = { id: null };
  const reschedule = async (by: Person, input: Record<string, unknown>) => {
    cast.world.clock.advance({ seconds: 1 });
    const { projects, left, activityId }: ChangedProjects = await plan.run(
      by,
      rescheduleProject,
      input,
    );
    act.id = activityId;
    return { moved: parseJson(projects).map(({ key }) => key), left };
  };
  const undo = async (by: Person, projectId: string, entry?: string | null) => {
    cast.world.clock.advance({ seconds: 1 });
    const asked = { projectId, ...(entry ? { activityId: entry } : {}) };
    const { projects, left, activityId } = await plan.run(by, undoProjects, asked);
    act.id = activityId;
    return { back: parseJson(projects).map(({ key }) => key), left };
  };
  return { ...plan, dates, reschedule, undo, act, begun: await dates() };
}

Deno.test("moving a project moves dependent projects as far as necessary, and one undo reverts everything", () =>
  withCast(createWorld(), async (cast) => {
    const { dates, reschedule, undo, act, begun } = await chain(cast);
    const { ada } = cast;
    const move = { projectId: "A", targetDate: "2027-01-14" };
    assert.deepEqual(await reschedule(ada, { ...move, carry: true }), {
      moved: ["A", "B", "C"],
      left: [],
    });
    assert.deepEqual(await dates(), [
      "A 2027-01-04 2027-01-14",
      "B 2027-01-14 2027-01-20",
      "C 2027-01-20 2027-01-26",
      "D 2027-02-01 2027-02-07",
    ]);
    assert.deepEqual(await undo(ada, "B"), { back: ["B", "A", "C"], left: [] });
    assert.deepEqual(await dates(), begun);
    // Asked for twice it is done once
    await refused(undo(ada, "A"), { status: 409 });
    assert.deepEqual((await undo(ada, "A", act.id)).back, ["A", "B", "C"]);
    assert.equal((await dates())[1], "B 2027-01-14 2027-01-20");
  }));

Deno.test("a dependent project that starts on the new target date isn't moved", () =>
  withCast(createWorld(), async (cast) => {
    const { dates, reschedule, begun } = await chain(cast);
    const move = { projectId: "A", targetDate: "2027-01-11", carry: true };
    assert.deepEqual(await reschedule(cast.ada, move), { moved: ["A"], left: [] });
    assert.deepEqual((await dates()).slice(1), begun.slice(1));
  }));

Deno.test("without `carry`, dependent projects stay, and the roadmap marks those that start too early", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, dates, begun, run, read, patch } = await chain(cast);
    const { ada } = cast;
    const early = async () =>
      parseJson((await run(ada, readRoadmap, { limit: 50 })).records)
        .flatMap(({ key, startsBefore }) => startsBefore.length > 0 ? [key] : []);
    assert.deepEqual(await early(), []);
    await reschedule(ada, { projectId: "B", targetDate: "2027-01-20" });
    assert.deepEqual((await dates())[2], begun[2]);
    assert.deepEqual(await early(), ["C"]);
    await patch(ada, (await read(ada, "C")).id, { status: "completed" });
    assert.deepEqual(await early(), []);
  }));

Deno.test("projects that the person can't change don't move, and neither do projects that depend on them", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, dates, begun, patch } = await chain(cast);
    const { ada, chidi } = cast;
    for (const key of ["A", "C"]) await patch(ada, key, { leadId: chidi.member.profile.id });
    const { moved, left } = await reschedule(chidi, {
      projectId: "A",
      targetDate: "2027-01-14",
      carry: true,
    });
    assert.deepEqual(moved, ["A"]);
    assert.deepEqual(left.map(({ key, message }) => [key, message]), [
      [
        "B",
        "The project still starts before the target date of A. Only the project's lead, owners, and admins can move the project.",
      ],
    ]);
    assert.deepEqual((await dates()).slice(1), begun.slice(1));
  }));

Deno.test("completed and archived projects, and projects without dates, aren't moved with others", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, patch, run } = await chain(cast);
    const { ada } = cast;
    await patch(ada, "B", { status: "completed" });
    const all = { projectId: "A", targetDate: "2027-01-30", carry: true };
    assert.deepEqual((await reschedule(ada, all)).moved, ["A"]);
    await patch(ada, "B", { status: "planned", startDate: null, targetDate: null });
    assert.deepEqual((await reschedule(ada, { ...all, targetDate: "2027-02-20" })).moved, ["A"]);
    await patch(ada, "B", { startDate: "2027-01-11", targetDate: "2027-01-17" });
    await run(ada, archiveProject, { projectId: "B" });
    assert.deepEqual((await reschedule(ada, { ...all, targetDate: "2027-02-25" })).moved, ["A"]);
  }));

Deno.test("an undo keeps other people's later changes and says so", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, undo, act, dates, patch, read } = await chain(cast);
    const { ada, bao, chidi } = cast;
    await patch(ada, "B", { leadId: chidi.member.profile.id });
    await reschedule(ada, { projectId: "A", targetDate: "2027-01-14", carry: true });
    await patch(chidi, "B", { targetDate: "2027-01-22" });
    const { back, left } = await undo(ada, "A");
    assert.deepEqual(back, ["A", "B", "C"]);
    assert.deepEqual(left.map(({ key, message }) => [key, message]), [
      ["B", "Someone has since changed the target date."],
    ]);
    assert.deepEqual((await dates())[1], "B 2027-01-11 2027-01-22");
    const nothing = { status: 409, code: "changed_since" };
    await patch(ada, "A", { summary: "First" });
    const { activity } = await read(ada, "A");
    await patch(bao, "A", { summary: "First of four" });
    await refused(undo(ada, "A", activity.at(-1)!.id), nothing);
    await patch(bao, "A", { summary: "First" });
    assert.deepEqual((await undo(ada, "A", activity.at(-1)!.id)).back, ["A"], "it still can");
    await refused(undo(chidi, "C"), { status: 403 });
    await refused(undo(chidi, "B", act.id), { status: 404 });
  }));

Deno.test("a change to any field of a project can be undone, and so can the undo", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project, read, patch } = planner(cast);
    const { ada, chidi, teams } = cast;
    const { id } = await project(ada, { teamIds: [teams.eng] });
    await run(ada, createProjectLabel, { name: "Masonry" });
    const before = await read(ada, id);
    const change: { [F in keyof Required<ProjectPatch>]: unknown } = {
      name: "Relaunch",
      key: "RE",
      summary: "Soon",
      description: "All of it",
      status: "active",
      leadId: chidi.member.profile.id,
      memberIds: [chidi.member.profile.id],
      teamIds: [],
      labels: ["Masonry"],
      priority: "high",
      startDate: "2027-01-04",
      targetDate: "2027-01-10",
    };
    const after = await patch(ada, id, change);
    const told = (
      { activity: _, version: __, updatedAt: ___, formerKeys: ____, ...rest }: typeof before,
    ) => rest;
    cast.world.clock.advance({ seconds: 1 });
    const { activityId } = await run(ada, undoProjects, { projectId: id });
    assert.deepEqual(told(await read(ada, id)), told(before));
    cast.world.clock.advance({ seconds: 1 });
    await run(ada, undoProjects, { projectId: id, activityId });
    assert.deepEqual(told(await read(ada, id)), told(after));
    await refused(run(ada, undoProjects, { projectId: id, activityId }), { status: 409 });
    cast.world.clock.advance({ days: 8 });
    await refused(run(ada, undoProjects, { projectId: id }), { status: 409 });
  }));

Deno.test("if a person can't move a dependent project, the result names it", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, patch } = await chain(cast);
    const { ada, chidi } = cast;
    for (const key of ["A", "B"]) await patch(ada, key, { leadId: chidi.member.profile.id });
    const { left } = await reschedule(chidi, {
      projectId: "A",
      targetDate: "2027-01-14",
      carry: true,
    });
    assert.deepEqual(left.map(({ key, message }) => [key, message]), [
      [
        "C",
        "The project still starts before the target date of B. Only the project's lead, owners, and admins can move the project.",
      ],
    ]);
  }));

Deno.test("a completed project doesn't move projects that depend on it", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, patch } = await chain(cast);
    await patch(cast.ada, "A", { status: "completed" });
    const move = { projectId: "A", targetDate: "2027-01-30", carry: true };
    assert.deepEqual((await reschedule(cast.ada, move)).moved, ["A"]);
  }));

Deno.test("a project that depends on several others moves once, after the latest target date", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, run, read, dates } = await chain(cast);
    const { ada } = cast;
    await run(ada, addDependency, { projectId: "D", otherId: "A" });
    await run(ada, addDependency, { projectId: "C", otherId: "A" });
    const move = { projectId: "A", targetDate: "2027-02-10", carry: true };
    assert.deepEqual((await reschedule(ada, move)).moved, ["A", "B", "C", "D"]);
    assert.deepEqual((await dates()).slice(2), [
      "C 2027-02-16 2027-02-22",
      "D 2027-02-22 2027-02-28",
    ]);
    const { activity } = await read(ada, "D");
    assert.equal(activity.filter(({ kind }) => kind === "project.start_date_changed").length, 1);
  }));

Deno.test("projects in a circular dependency, which an import can create, aren't moved", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, read, dates, begun } = await chain(cast);
    const { ada } = cast;
    const [b, c] = [await read(ada, "B"), await read(ada, "C")];
    await cast.world.database.write((tx) =>
      tx.insertInto("project_dependencies")
        .values({ project_id: b.id, blocker_id: c.id, created_at: b.createdAt }).execute()
    );
    const move = { projectId: "A", targetDate: "2027-01-14", carry: true };
    assert.deepEqual((await reschedule(ada, move)).moved, ["A"]);
    assert.deepEqual((await dates()).slice(1), begun.slice(1));
  }));

Deno.test("an undo never hides a project from the person who undoes", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project, read, patch } = planner(cast);
    const { ada, chidi, teams } = cast;
    const { id } = await project(ada, { leadId: chidi.member.profile.id });
    await patch(chidi, id, { teamIds: [teams.eng] });
    await patch(ada, id, { teamIds: [teams.eng, teams.ppl] });
    cast.world.clock.advance({ seconds: 1 });
    const { message } = await refused(run(chidi, undoProjects, { projectId: id }), { status: 409 });
    assert.match(message, /Keep at least one team that you can see/);
    assert.deepEqual((await read(ada, id)).teams.map(({ key }) => key), ["ENG", "PPL"]);
  }));

Deno.test("a lead who moves a project neither moves projects behind a hidden one nor learns about them", () =>
  withCast(createWorld(), async (cast) => {
    const { reschedule, dates, begun, patch } = await chain(cast);
    const { ada, chidi } = cast;
    for (const key of ["A", "C"]) await patch(ada, key, { leadId: chidi.member.profile.id });
    await patch(ada, "B", { teamIds: ["PPL"] });
    const move = { projectId: "A", targetDate: "2027-01-14", carry: true };
    assert.deepEqual(await reschedule(chidi, move), { moved: ["A"], left: [] });
    assert.deepEqual((await dates()).slice(1), begun.slice(1));
  }));
