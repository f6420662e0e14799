import assert from "node:assert/strict";
import { createMilestone } from "../../server/domain/milestones/create.ts";
import { listMilestones } from "../../server/domain/milestones/list.ts";
import { archiveMilestone, updateMilestone } from "../../server/domain/milestones/update.ts";
import { listProjectUpdates } from "../../server/domain/project_updates/list.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import type { Milestone } from "../../server/domain/projects/schema.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

async function order(cast: Cast, projectId: string, includeArchived = "false") {
  const list = await planner(cast).run(cast.chidi, listMilestones, { projectId, includeArchived });
  return parseJson(list.records).map(({ name, position }) => `${position} ${name}`);
}

Deno.test("milestones have positions without gaps after any moves", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    for (const name of ["A", "B", "C"]) await plan.milestone(cast.ada, projectId, name);
    await plan.run(cast.ada, createMilestone, { projectId, name: "First", position: 0 });
    assert.deepEqual(await order(cast, projectId), ["0 First", "1 A", "2 B", "3 C"]);
    const [first, , b] = (await plan.read(cast.ada, projectId)).milestones;
    const change = (milestoneId: string, patch: Record<string, unknown>) =>
      plan.run(cast.ada, updateMilestone, { projectId, milestoneId, patch });
    await change(b!.id, { position: 1 });
    assert.deepEqual(await order(cast, projectId), ["0 First", "1 B", "2 A", "3 C"]);
    await change(first!.id, { position: 900 });
    assert.deepEqual(await order(cast, projectId), ["0 B", "1 A", "2 C", "3 First"]);
    await plan.run(cast.ada, archiveMilestone, { projectId, milestoneId: b!.id });
    assert.deepEqual(await order(cast, projectId), ["0 A", "1 C", "2 First"]);
    assert.equal((await order(cast, projectId, "true")).at(-1), "0 B");
    assert.equal((await change(b!.id, { archived: false })).position, 3);
    assert.deepEqual(await order(cast, projectId), ["0 A", "1 C", "2 First", "3 B"]);
  }));

Deno.test("a new milestone gives its project a new version", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id, version } = await plan.project(cast.ada);
    await plan.milestone(cast.ada, id, "Foundations");
    assert.ok((await plan.read(cast.ada, id)).version > version);
  }));

Deno.test("a change to a milestone is refused if someone changed it meanwhile", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    const alpha = await plan.milestone(cast.ada, projectId, "Alpha");
    const beta = await plan.milestone(cast.ada, projectId, "Beta");
    const rename = (version: number) =>
      plan.run(cast.ada, updateMilestone, {
        projectId,
        milestoneId: beta.id,
        version,
        patch: { name: "Preview" },
      });
    const first = { projectId, milestoneId: alpha.id, patch: { position: 1 } };
    assert.equal((await plan.run(cast.ada, updateMilestone, first)).version, 2);
    assert.equal((await rename(1)).version, 2, "making room for another one is no change");
    const gone = { projectId, milestoneId: beta.id, version: 1 };
    await changesOnly(cast.world.database, [], async () => {
      await refused(rename(1), { status: 412 });
      await refused(plan.run(cast.ada, archiveMilestone, gone), { status: 412 });
    });
  }));

Deno.test("an archived milestone has no position until it is restored", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    for (const name of ["A", "B", "C"]) await plan.milestone(cast.ada, projectId, name);
    const [{ id: milestoneId }] = (await plan.read(cast.ada, projectId)).milestones as [Milestone];
    const change = (patch: Record<string, unknown>) =>
      plan.run(cast.ada, updateMilestone, { projectId, milestoneId, patch });
    await change({ archived: true });
    await refused(change({ position: 1 }), { status: 409, code: "milestone_archived" });
    await refused(change({ archived: true, position: 1 }), { status: 409 });
    await change({ archived: false, position: 0 });
    assert.deepEqual(await order(cast, projectId), ["0 A", "1 B", "2 C"]);
  }));

Deno.test("a milestone's name is unique in its project, and archiving it frees the name", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    const { id: milestoneId } = await plan.milestone(cast.ada, projectId, "Beta");
    await refused(plan.milestone(cast.ada, projectId, "BETA"), { status: 409, code: "name_taken" });
    await plan.run(cast.ada, archiveMilestone, { projectId, milestoneId });
    await plan.milestone(cast.ada, projectId, "Beta");
    const back = { projectId, milestoneId, patch: { archived: false } };
    await refused(plan.run(cast.ada, updateMilestone, back), { status: 409, code: "name_taken" });
    await changesOnly(
      cast.world.database,
      [],
      () => plan.run(cast.ada, archiveMilestone, { projectId, milestoneId }),
    );
  }));

Deno.test("only people who can change a project can change its milestones and updates, unless it is archived", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const leadId = cast.chidi.member.profile.id;
    const { id: projectId } = await plan.project(cast.ada, { leadId });
    const { id: milestoneId } = await plan.milestone(cast.chidi, projectId, "Beta");
    const update = { projectId, health: "onTrack", body: "Well." };
    const attempts = (by: typeof cast.ada) => [
      () => plan.milestone(by, projectId, "Gamma"),
      () => plan.run(by, archiveMilestone, { projectId, milestoneId }),
      () => plan.run(by, postProjectUpdate, update),
    ];
    for (const attempt of attempts(cast.dina)) {
      await changesOnly(cast.world.database, [], () => refused(attempt(), { status: 403 }));
    }
    const { id: otherId } = await plan.project(cast.ada);
    const foreign = { projectId: otherId, milestoneId, patch: { name: "X" } };
    await refused(plan.run(cast.ada, updateMilestone, foreign), { status: 404 });
    await plan.run(cast.ada, archiveProject, { projectId });
    for (const attempt of attempts(cast.chidi)) {
      await refused(attempt(), { status: 409, code: "project_archived" });
    }
  }));

Deno.test("a project's health comes from its latest update", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    const { id: projectId } = await plan.project(cast.ada);
    for (const health of ["onTrack", "atRisk", "offTrack"]) {
      await plan.run(cast.ada, postProjectUpdate, { projectId, health, body: `It is ${health}.` });
      cast.world.clock.advance({ days: 7 });
      assert.equal((await plan.read(cast.ada, projectId)).health, health);
    }
    const first = await plan.run(cast.esra, listProjectUpdates, { projectId, limit: "2" });
    assert.deepEqual(parseJson(first.records).map(({ health }) => health), ["offTrack", "atRisk"]);
    const cursor = first.nextCursor;
    const next = await plan.run(cast.esra, listProjectUpdates, { projectId, limit: "2", cursor });
    assert.deepEqual(parseJson(next.records).map(({ health }) => health), ["onTrack"]);
    assert.equal(next.nextCursor, null);
    const empty = { projectId, health: "onTrack", body: "  \n " };
    await refused(plan.run(cast.ada, postProjectUpdate, empty), { status: 422, fields: ["body"] });
  }));
