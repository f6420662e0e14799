import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { listComments } from "../../server/domain/comments/list.ts";
import { updateComment } from "../../server/domain/comments/update.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Comment } from "../../server/domain/comments/schema.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { removeTeamMember } from "../../server/domain/teams/membership.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const comment = async ({ world }: Cast, by: Person, taskId: string, body = "Well done.") =>
  parseJson<Comment>(
    (await perform(world.services, by.member, createComment, { taskId, body })).json,
  );
const edit = ({ world }: Cast, by: Person, input: Record<string, unknown>) =>
  perform(world.services, by.member, updateComment, input);
const remove = ({ world }: Cast, by: Person, input: Record<string, unknown>) =>
  perform(world.services, by.member, deleteComment, input);
const read = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);

Deno.test("a comment is in the task's record and activity, and gives the task a new version", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada);
    const made = await comment(cast, cast.esra, task.id, "Line one\r\nLine *two*");
    assert.equal(made.body, "Line one\nLine *two*");
    assert.deepEqual([made.author.name, made.editedAt, made.version], ["Esra Yılmaz", null, 1]);
    const after = await read(cast, cast.ada, task.id);
    assert.deepEqual(after.comments, [made]);
    assert.equal(after.version, task.version + 1);
    const row = after.activity.at(-1)!;
    assert.deepEqual([row.kind, row.data], ["task.commented", { to: { id: made.id } }]);
  }));

Deno.test("only managers and members of the team can comment", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    for (const by of [cast.ada, cast.bao, cast.chidi, cast.esra]) await comment(cast, by, id);
    const error = await refused(comment(cast, cast.dina, id), {
      status: 403,
      code: "not_commenter",
    });
    assert.match(error.message, /commentators/);
    assert.equal((await read(cast, cast.dina, id)).comments.length, 4);
    const secret = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    await refused(comment(cast, cast.chidi, secret.id), { status: 404 });
    await refused(comment(cast, cast.frode, id), { status: 404 });
  }));

Deno.test("an author who can no longer comment on a task can't edit their comments there", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { id: commentId } = await comment(cast, cast.esra, taskId, "First");
    const left = { teamId: cast.teams.eng, profileId: cast.esra.member.profile.id };
    await perform(cast.world.services, cast.ada.member, removeTeamMember, left);
    await refused(edit(cast, cast.esra, { taskId, commentId, body: "Last" }), {
      status: 403,
      code: "not_commenter",
    });
    assert.equal((await read(cast, cast.ada, taskId)).comments[0]?.body, "First");
  }));

Deno.test("a comment can't be empty or too long", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    for (const body of ["", " \n\t ", "x".repeat(20_001), "a\0b"]) {
      await refused(comment(cast, cast.ada, id, body), { status: 422, fields: ["body"] });
    }
    await comment(cast, cast.ada, id, "x".repeat(20_000));
    assert.equal((await read(cast, cast.ada, id)).comments.length, 1);
  }));

Deno.test("only the author of a comment can edit it, and the activity doesn't contain its text", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { id: commentId } = await comment(cast, cast.esra, taskId, "Frist");
    await refused(edit(cast, cast.ada, { taskId, commentId, body: "Mine" }), {
      status: 403,
      code: "not_comment_author",
    });
    cast.world.clock.advance({ minutes: 1 });
    await edit(cast, cast.esra, { taskId, commentId, body: "First", version: 1 });
    await edit(cast, cast.esra, { taskId, commentId, body: "First" });
    const after = await read(cast, cast.ada, taskId);
    const [stands] = after.comments;
    assert.deepEqual(
      [stands?.body, stands?.editedAt, stands?.version],
      ["First", "2026-03-12T10:01:00.000Z", 2],
    );
    assert.deepEqual(after.activity.map(({ kind }) => kind), [
      "task.created",
      "task.commented",
      "task.comment_edited",
    ]);
    await refused(edit(cast, cast.esra, { taskId, commentId, body: "Later", version: 1 }), {
      status: 412,
    });
  }));

Deno.test("a comment that differs only in Unicode composition counts as unchanged", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada);
    const made = await comment(cast, cast.esra, task.id, "\u00c9pic");
    await edit(cast, cast.esra, { taskId: task.id, commentId: made.id, body: "E\u0301pic" });
    assert.deepEqual((await read(cast, cast.ada, task.id)).comments, [made]);
  }));

Deno.test("only the author of a comment or a manager can delete it, and the activity remains", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const first = await comment(cast, cast.esra, taskId, "My password is hunter2");
    const second = await comment(cast, cast.chidi, taskId);
    await refused(remove(cast, cast.chidi, { taskId, commentId: first.id }), { status: 403 });
    await remove(cast, cast.bao, { taskId, commentId: first.id });
    await remove(cast, cast.chidi, { taskId, commentId: second.id });
    await refused(remove(cast, cast.bao, { taskId, commentId: first.id }), { status: 404 });
    const after = await read(cast, cast.ada, taskId);
    assert.deepEqual(after.comments, []);
    const row = after.activity.findLast(({ kind }) => kind === "task.comment_deleted");
    assert.equal((row?.data.from as { author: { name: string } }).author.name, "Chidi Eze");
    const stored = await cast.world.database.read.selectFrom("comments").select("body").execute();
    assert.deepEqual(stored.map(({ body }) => body), ["", ""]);
  }));

Deno.test("a comment can't be found through another task", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada);
    const other = await cast.task(cast.ada);
    const { id: commentId } = await comment(cast, cast.ada, task.id);
    const input = { taskId: other.id, commentId };
    await refused(edit(cast, cast.ada, { ...input, body: "Elsewhere" }), { status: 404 });
    await refused(remove(cast, cast.ada, input), { status: 404 });
  }));

Deno.test("comments on an archived task can't be changed", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const { id: commentId } = await comment(cast, cast.ada, taskId);
    await perform(cast.world.services, cast.ada.member, archiveTask, { taskId });
    const archived = { status: 409, code: "task_archived" };
    await refused(comment(cast, cast.ada, taskId), archived);
    await refused(edit(cast, cast.ada, { taskId, commentId, body: "New" }), archived);
    await refused(remove(cast, cast.ada, { taskId, commentId }), archived);
    assert.equal((await read(cast, cast.ada, taskId)).comments.length, 1);
  }));

Deno.test("comments are listed oldest first, page by page", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    for (const body of ["1", "2", "3"]) {
      await comment(cast, cast.ada, taskId, body);
      cast.world.clock.advance({ seconds: 1 });
    }
    const list = (query: Record<string, unknown>) =>
      perform(cast.world.services, cast.dina.member, listComments, { taskId, limit: 2, ...query });
    const first = await list({});
    await comment(cast, cast.ada, taskId, "4");
    const rest = await list({ cursor: first.nextCursor });
    const bodies = [first, rest].flatMap((page) =>
      parseJson<Comment[]>(page.records).map(({ body }) => body)
    );
    assert.deepEqual([bodies, rest.nextCursor], [["1", "2", "3", "4"], null]);
    await refused(list({ cursor: "nonsense" }), { status: 422, fields: ["cursor"] });
  }));

Deno.test("a search finds a task by its comments, but not by deleted ones", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada, { description: "Green paint" });
    const { id: commentId } = await comment(cast, cast.ada, taskId, "Try walnut instead");
    const finds = async (q: string) =>
      parseJson<Task[]>(
        (await perform(cast.world.services, cast.ada.member, listTasks, { q })).records,
      ).length;
    assert.deepEqual([await finds("walnut"), await finds("green walnut")], [1, 1]);
    await edit(cast, cast.ada, { taskId, commentId, body: "Try cherry instead" });
    assert.deepEqual([await finds("walnut"), await finds("cherry")], [0, 1]);
    await remove(cast, cast.ada, { taskId, commentId });
    assert.deepEqual([await finds("cherry"), await finds("green")], [0, 1]);
  }));

Deno.test("a task's record contains its newest hundred comments, and says if there are more", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    const say = async (n: number) => {
      cast.world.clock.advance({ seconds: 1 });
      await comment(cast, cast.ada, id, `Comment ${n}`);
    };
    for (let n = 1; n <= 100; n++) await say(n);
    assert.equal((await read(cast, cast.ada, id)).moreComments, false);
    await say(101);
    const { comments, moreComments } = await read(cast, cast.ada, id);
    assert.deepEqual([comments.length, moreComments], [100, true]);
    assert.deepEqual(
      [comments[0]!.body, comments.at(-1)!.body],
      ["Comment 2", "Comment 101"],
      "the newest ones, oldest first",
    );
    const newest = await perform(cast.world.services, cast.ada.member, listComments, {
      taskId: id,
      sort: "-createdAt",
      limit: 2,
    });
    const bodies = parseJson(newest.records).map(({ body }) => body);
    assert.deepEqual(bodies, ["Comment 101", "Comment 100"]);
  }));
