import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { updateComment } from "../../server/domain/comments/update.ts";
import { keepUnsentComment } from "../../server/domain/comments/unsent/keep.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createResource } from "../../server/domain/resources/create.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { makeSubTasks } from "../../server/domain/tasks/make_sub_tasks.ts";
import { setTaskCheckbox } from "../../server/domain/tasks/set_checkbox.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { newest, patch, read, undo } from "../support/task_undo.ts";
import { memberOf } from "../support/sign_in.ts";
import { createWorld } from "../support/world.ts";

/** Dina leads a team, but not Engineering. */
const made = (cast: Cast, input: Record<string, unknown> = {}) => cast.task(cast.dina, input);

const notAllowed = { status: 403, code: "not_task_writer" };

Deno.test("a task's creator can edit its texts without a role in its team", () =>
  withCast(createWorld(), async (cast) => {
    const { dina, esra, world: { services } } = cast;
    const { id } = await made(cast);
    await patch(cast, dina, id, { title: "Paint the gate", description: "- [ ] red" });
    await perform(services, dina.member, setTaskCheckbox, { taskId: id, words: "red", done: true });
    const task = await read(cast, dina, id);
    assert.deepEqual([task.title, task.description], ["Paint the gate", "- [x] red"]);
    await refused(patch(cast, esra, id, { title: "Hers" }), notAllowed);
    const both = patch(cast, dina, id, { title: "Theirs", priority: "high" });
    assert.match((await refused(both, notAllowed)).message, /you can edit its title/);
    for (const other of [{ status: "completed" }, { teamId: "PPL" }, { assigneeId: "me" }]) {
      await refused(patch(cast, dina, id, other), notAllowed);
    }
    const description = "- one";
    await refused(
      perform(services, dina.member, makeSubTasks, { taskId: id, description }),
      notAllowed,
    );
    const url = "https://example.com";
    await refused(
      perform(services, dina.member, createResource, { taskId: id, url }),
      notAllowed,
    );
  }));

Deno.test("the creator of a task can comment on it and request approval", () =>
  withCast(createWorld(), async (cast) => {
    const { dina, chidi, world: { services } } = cast;
    const { id: taskId } = await made(cast);
    await perform(services, dina.member, keepUnsentComment, { taskId, body: "Half" });
    const comment = await perform(services, dina.member, createComment, { taskId, body: "Hello" });
    const edit = { taskId, commentId: comment.id, body: "Hello there" };
    await perform(services, dina.member, updateComment, edit);
    const approverId = chidi.member.profile.id;
    await perform(services, dina.member, createApproval, { taskId, approverId, body: "Can I?" });
    const { id: other } = await cast.task(chidi);
    await refused(
      perform(services, dina.member, createComment, { taskId: other, body: "Hello" }),
      { status: 403, code: "not_commenter" },
    );
  }));

Deno.test("the creator of a draft can discard, restore, and publish it, but can't then archive it", () =>
  withCast(createWorld(), async (cast) => {
    const { dina, esra, world: { services } } = cast;
    const { id: taskId } = await made(cast, { draft: true });
    await refused(perform(services, esra.member, archiveTask, { taskId }), notAllowed);
    await perform(services, dina.member, archiveTask, { taskId });
    await undo(cast, dina, (await newest(cast, taskId)).id);
    await perform(services, dina.member, archiveTask, { taskId });
    await perform(services, dina.member, restoreTask, { taskId });
    await refused(patch(cast, esra, taskId, { draft: false }), notAllowed);
    await patch(cast, dina, taskId, { draft: false });
    assert.equal((await read(cast, dina, taskId)).draft, false);
    await refused(perform(services, dina.member, archiveTask, { taskId }), notAllowed);
  }));

Deno.test("the creator of a task can undo and redo its creation until someone else works on it", () =>
  withCast(createWorld(), async (cast) => {
    const { dina, chidi } = cast;
    const { id } = await made(cast);
    const created = (await newest(cast, id)).id;
    await undo(cast, dina, created);
    assert.notEqual((await read(cast, dina, id)).archivedAt, null);
    await undo(cast, dina, (await newest(cast, id)).id);
    assert.equal((await read(cast, dina, id)).archivedAt, null);
    const restored = (await newest(cast, id)).id;
    await patch(cast, chidi, id, { priority: "high" });
    const again = undo(cast, dina, restored);
    assert.match((await refused(again, { status: 409 })).message, /leads and members/);
  }));

Deno.test("a task's creator can't undo its creation while it has someone else's sub-task", () =>
  withCast(createWorld(), async (cast) => {
    const { dina, chidi, world: { services } } = cast;
    const { id } = await made(cast);
    const created = (await newest(cast, id)).id;
    const { id: taskId } = await cast.task(chidi, { parentId: id });
    await refused(undo(cast, dina, created), { status: 409 });
    await perform(services, chidi.member, archiveTask, { taskId });
    await undo(cast, dina, created);
    assert.notEqual((await read(cast, dina, id)).archivedAt, null);
  }));

Deno.test("a task's creator can't change the task if its team is now hidden from them", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, workspaceId, world: { services } } = cast;
    const { id: teamId } = await perform(services, ada.member, createTeam, {
      name: "Operations",
      key: "OPS",
    });
    const { id: taskId } = await cast.task(chidi, { teamId });
    await perform(services, ada.member, updateTeam, { teamId, patch: { private: true } });
    const member = await memberOf(services, chidi.tokens.accessToken, workspaceId);
    await refused(
      perform(services, member, updateTask, { taskId, patch: { title: "Mine" } }),
      { status: 404 },
    );
    await refused(perform(services, member, createComment, { taskId, body: "Hello" }), {
      status: 404,
    });
  }));
