import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { followTask } from "../../server/domain/tasks/follow.ts";
import { putTeamMember } from "../../server/domain/teams/membership.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { heard } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const idOf = (who: Person) => who.member.profile.id;

async function read(cast: Cast, by: Person, taskId: string): Promise<TaskDetail> {
  return parseJson((await planner(cast).run(by, findTask, { taskId })).json);
}

Deno.test("a task that moves to a team that its assignee can't see is unassigned, which its activity shows", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi } = cast;
    const { patchTask } = planner(cast);
    const { id } = await cast.task(ada, { assigneeId: idOf(chidi) });
    const before = await heard(cast, chidi);
    const moved = await patchTask(ada, id, { teamId: "PPL" });
    assert.equal(moved.assignee, null);
    const [came, taken] = moved.activity.slice(-2);
    assert.deepEqual([came?.kind, taken?.kind], ["task.moved", "task.assigned"]);
    assert.deepEqual(taken?.data, { from: { id: idOf(chidi), name: "Chidi Eze" }, to: null });
    assert.ok(before.length > 0 && (await heard(cast, chidi)).length === 0);
    // A manager sees every team, and keeps it
    const { id: other } = await cast.task(ada, { assigneeId: idOf(bao) });
    assert.equal((await patchTask(ada, other, { teamId: "PPL" })).assignee?.id, idOf(bao));
  }));

Deno.test("a move can set an assignee who can see the new team", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina } = cast;
    const { patchTask } = planner(cast);
    const { id } = await cast.task(ada, { assigneeId: idOf(chidi) });
    await refused(patchTask(ada, id, { teamId: "PPL", assigneeId: idOf(chidi) }), {
      status: 422,
      code: "unknown_assignee",
      fields: ["assigneeId"],
    });
    assert.equal((await read(cast, ada, id)).reference, "ENG-1");
    const moved = await patchTask(ada, id, { teamId: "PPL", assigneeId: idOf(dina) });
    assert.equal(moved.assignee?.id, idOf(dina));
  }));

Deno.test("followers who can't see a task's team get no notifications until they can see the team again", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, esra } = cast;
    const { patchTask, run } = planner(cast);
    const { id } = await cast.task(chidi, { assigneeId: idOf(chidi) });
    for (const one of [ada, dina, esra]) await run(one, followTask, { taskId: id });
    const followers = async () => (await read(cast, ada, id)).followers.map(({ id }) => id).sort();
    const idsOf = (...people: Person[]) => people.map(idOf).sort();
    assert.deepEqual(await followers(), idsOf(ada, chidi, dina, esra));
    await patchTask(ada, id, { teamId: "PPL" });
    assert.deepEqual(await followers(), idsOf(ada, dina));
    await run(ada, createComment, { taskId: id, body: "Between us." });
    assert.deepEqual(await heard(cast, esra), []);
    assert.deepEqual(await heard(cast, dina), ["comment"]);
    const seat = { teamId: "PPL", profileId: idOf(esra), role: "member" };
    await run(ada, putTeamMember, seat);
    assert.deepEqual(await followers(), idsOf(ada, dina, esra));
  }));
