import assert from "node:assert/strict";
import { runCommand } from "../../server/palette/run.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { newest, patch, read, undo } from "../support/task_undo.ts";
import { createWorld } from "../support/world.ts";

/** A task of Engineering whose project, milestone and parent Chidi, who writes it, can't see. */
async function hide(cast: Cast) {
  const { ada, chidi, teams } = cast;
  const plan = planner(cast);
  const project = await plan.project(ada, { name: "Salaries", teamIds: [teams.ppl] });
  const milestone = await plan.milestone(ada, project.id, "Round one");
  const parent = await cast.task(ada, { title: "Salaries", teamId: teams.ppl });
  const hidden = { projectId: project.id, milestoneId: milestone.id, parentId: parent.id };
  const { id } = await cast.task(chidi);
  await plan.patchTask(ada, id, hidden);
  const placed = async () => {
    const { projectId, milestoneId, parentId } = await plan.patchTask(ada, id, { draft: false });
    return { projectId, milestoneId, parentId };
  };
  return { plan, id, hidden, placed };
}

Deno.test("a hidden project, milestone, or parent reads as none, and setting none doesn't remove it", () =>
  withCast(createWorld(), async (cast) => {
    const { plan, id, hidden, placed } = await hide(cast);
    const none = { projectId: null, milestoneId: null, parentId: null };
    await changesOnly(cast.world.database, [], async () => {
      for (const field of ["projectId", "milestoneId", "parentId"]) {
        const seen = await plan.patchTask(cast.chidi, id, { [field]: null });
        assert.deepEqual([seen.projectId, seen.milestoneId, seen.parentId], [null, null, null]);
      }
      await plan.patchTask(cast.chidi, id, none);
    });
    await changesOnly(
      cast.world.database,
      [],
      () => plan.run(cast.chidi, runCommand, { command: "task.clearProject", record: id }),
    );
    await plan.patchTask(cast.chidi, id, { ...none, title: "Mend the gates" });
    assert.deepEqual(await placed(), hidden);
    await plan.patchTask(cast.ada, id, none);
    assert.deepEqual(await placed(), none);
  }));

Deno.test("undoing a parent doesn't reveal that the task has since moved below a hidden parent", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const open = await cast.task(chidi, { title: "Paint the fence" });
    const hidden = await cast.task(ada, { title: "Salaries", teamId: teams.ppl });
    await cast.task(ada, { title: "A sibling", teamId: teams.ppl, parentId: hidden.id });
    const { id } = await cast.task(chidi);
    await patch(cast, chidi, id, { parentId: open.id });
    const entry = await newest(cast, id);
    await patch(cast, ada, id, { parentId: hidden.id });
    const { tasks, left } = await undo(cast, chidi, entry.id);
    assert.deepEqual([tasks.map(({ parentId }) => parentId), left], [[null], []]);
    assert.equal((await read(cast, ada, id)).parentId, hidden.id);
  }));

Deno.test("a task in a hidden project, or with a hidden parent, can be moved to a visible one", () =>
  withCast(createWorld(), async (cast) => {
    const { plan, id, placed } = await hide(cast);
    const open = await plan.project(cast.ada);
    const beta = await plan.milestone(cast.ada, open.id, "Beta");
    const parent = await cast.task(cast.chidi);
    const there = { projectId: open.id, milestoneId: beta.id, parentId: parent.id };
    await plan.patchTask(cast.chidi, id, there);
    assert.deepEqual(await placed(), there);
  }));

Deno.test("a task can't be moved to a milestone of a hidden project", () =>
  withCast(createWorld(), async (cast) => {
    const { plan, id, hidden } = await hide(cast);
    const other = await plan.milestone(cast.ada, hidden.projectId, "Round two");
    for (const milestoneId of [other.id, hidden.milestoneId]) {
      await refused(plan.patchTask(cast.chidi, id, { milestoneId }), {
        status: 422,
        code: "milestone_without_project",
      });
    }
  }));

Deno.test("changing a project's teams keeps those that its lead can't see", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const plan = planner(cast);
    const both = [teams.eng, teams.ppl];
    const { id } = await plan.project(ada, { teamIds: both, leadId: chidi.member.profile.id });
    await plan.patch(chidi, id, { teamIds: [teams.eng] });
    const kept = (await plan.read(ada, id)).teams.map((team) => team.id);
    assert.deepEqual(kept.toSorted(), both.toSorted());
  }));
