import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { updateComment } from "../../server/domain/comments/update.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { addRelation } from "../../server/domain/relations/add.ts";
import { createResource } from "../../server/domain/resources/create.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { makeSubTasks } from "../../server/domain/tasks/make_sub_tasks.ts";
import { archiveTeam, restoreTeam } from "../../server/domain/teams/archive.ts";
import { listTeams } from "../../server/domain/teams/list.ts";
import type { TeamDetail } from "../../server/domain/teams/schema.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

Deno.test("archiving a team with open tasks requires force, and restoring it changes nothing else", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const done = await cast.task(cast.ada, { status: "completed" });
    const open = await cast.task(cast.ada);
    const archived = await cast.task(cast.ada);
    await perform(services, cast.ada.member, archiveTask, { taskId: archived.id });
    const { id: commentId } = await perform(services, cast.ada.member, createComment, {
      taskId: open.id,
      body: "Soon.",
    });
    const archive = (by: Person, force?: true) =>
      perform(services, by.member, archiveTeam, {
        teamId: cast.teams.eng,
        ...(force && { force }),
      });
    const error = await refused(archive(cast.ada), { status: 409, code: "team_has_open_tasks" });
    assert.match(error.message, /1 open task\b/);
    await refused(archive(cast.chidi), { status: 403 });
    const gone = parseJson<TeamDetail>((await archive(cast.ada, true)).json);
    assert.ok(gone.archivedAt);
    const listed = async (query: Record<string, unknown> = {}) =>
      (await listAll(services, cast.ada.member, listTeams, query))
        .map(({ key }) => key);
    assert.deepEqual(await listed(), ["PPL"]);
    assert.deepEqual(await listed({ includeArchived: "true" }), ["ENG", "PPL"]);
    await refused(cast.task(cast.ada), { status: 409, code: "team_archived" });
    const rename = { teamId: "ENG", patch: { name: "X" } };
    await refused(perform(services, cast.ada.member, updateTeam, rename), {
      status: 409,
      code: "team_archived",
    });
    for (const taskId of [done.id, open.reference]) {
      await perform(services, cast.chidi.member, findTask, { taskId });
    }
    await changesOnly(cast.world.database, [], async () => {
      const taskId = open.id;
      const stays = { status: 409, code: "team_archived" };
      const write = (operation: Parameters<typeof perform>[2], input: object) =>
        refused(perform(services, cast.ada.member, operation, { taskId, ...input }), stays);
      await write(updateTask, { patch: { title: "Go on" } });
      await write(updateTask, { patch: { teamId: "PPL" } });
      await write(archiveTask, {});
      await write(createComment, { body: "Still there?" });
      await write(updateComment, { commentId, body: "Not any more." });
      await write(deleteComment, { commentId });
      await write(createResource, { title: "Plan", url: "https://example.com/" });
      await write(addRelation, { kind: "blocks", otherId: done.id });
      const project = { name: "Gatehouse", teamIds: ["ENG"] };
      await refused(perform(services, cast.ada.member, createProject, project), stays);
    });
    await perform(services, cast.ada.member, restoreTeam, { teamId: "ENG" });
    assert.deepEqual(await listed(), ["ENG", "PPL"]);
    assert.equal((await cast.task(cast.chidi)).reference, "ENG-4");
  }));

Deno.test("archiving a team counts up to 100 open tasks, and reports a higher number as more than 100", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const description = Array.from({ length: 99 }, (_, n) => `- [ ] Jar ${n}`).join("\n");
    const { id: taskId } = await cast.task(cast.ada, { description });
    await perform(services, cast.ada.member, makeSubTasks, { taskId });
    for (const count of ["100", "more than 100"]) {
      const archive = perform(services, cast.ada.member, archiveTeam, { teamId: "ENG" });
      const { message } = await refused(archive, { status: 409, code: "team_has_open_tasks" });
      assert.match(message, new RegExp(`has ${count} open tasks`));
      await cast.task(cast.ada);
    }
  }));
