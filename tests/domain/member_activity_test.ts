import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import type { Member } from "../../server/domain/core/actor.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listMemberActivity } from "../../server/domain/members/activity.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

/** What an actor is told that somebody did, newest first: the kind, and to what. */
async function told({ world }: Cast, by: Member, profileId: string) {
  const page = await perform(world.services, by, listMemberActivity, { profileId });
  return parseJson(page.records).map(({ kind, task, project }) =>
    `${kind} ${task?.title ?? project?.name}`
  );
}

Deno.test("a profile's recent activity is newest first, without undone changes and drafts", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services, clock }, ada, chidi } = cast;
    const id = chidi.member.profile.id;
    assert.deepEqual(await told(cast, ada.member, id), []);
    const task = await cast.task(chidi, { title: "Mend the gate" });
    await cast.task(chidi, { title: "A thought", draft: true });
    await cast.task(ada, { title: "Somebody else's" });
    clock.advance({ seconds: 1 });
    const patch = { patch: { priority: "high" } };
    await perform(services, chidi.member, updateTask, { taskId: task.id, ...patch });
    await perform(services, chidi.member, createComment, { taskId: task.id, body: "Done soon." });
    const all = ["task.commented", "task.priority_changed", "task.created"];
    const gate = (kind: string) => `${kind} Mend the gate`;
    assert.deepEqual(await told(cast, ada.member, id), all.map(gate));
    assert.deepEqual(await told(cast, chidi.member, "me"), all.map(gate));

    await perform(services, chidi.member, updateTask, {
      taskId: task.id,
      patch: { status: "completed" },
    });
    const page = await perform(services, chidi.member, listMemberActivity, {
      profileId: id,
      limit: "1",
    });
    const [newest] = parseJson(page.records);
    assert.equal(newest!.kind, "task.status_changed");
    await perform(services, chidi.member, undoTasks, { activityId: newest!.id });
    const after = await told(cast, ada.member, id);
    assert.equal(after.filter((one) => one === gate("task.status_changed")).length, 1);

    await perform(services, ada.member, removeMember, { profileId: id });
    assert.ok((await told(cast, ada.member, id)).length > 3);
  }));

Deno.test("a profile's activity omits records hidden from the reader, and records outside a token's scopes", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services }, ada, chidi, frode, teams } = cast;
    const id = ada.member.profile.id;
    await cast.task(ada, { title: "Open" });
    await cast.task(ada, { title: "Hidden", teamId: teams.ppl });
    const named = { name: "Bridge", teamIds: [teams.ppl] };
    await perform(services, ada.member, createProject, named);
    await perform(services, ada.member, createProject, { name: "Road" });
    const own = await told(cast, ada.member, id);
    assert.deepEqual(own, [
      "project.created Road",
      "project.created Bridge",
      "task.created Hidden",
      "task.created Open",
    ]);
    assert.deepEqual(await told(cast, chidi.member, id), [
      "project.created Road",
      "task.created Open",
    ]);
    const credential = { ...ada.member.credential, scopes: new Set(["tasks.read"] as const) };
    const narrow = await told(cast, { ...ada.member, credential }, id);
    assert.deepEqual(narrow, ["task.created Hidden", "task.created Open"]);
    await refused(told(cast, frode.member, id), { status: 404 });
  }));
