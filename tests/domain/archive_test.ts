import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { listArchivedTasks, listDrafts } from "../../server/domain/tasks/drafts_and_archive.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { recordVersion } from "../support/record_version.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const archive = async ({ world }: Cast, by: Person, taskId: string, version?: number) =>
  parseJson((await perform(world.services, by.member, archiveTask, { taskId, version })).json);
const restore = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, restoreTask, { taskId })).json);
const change = ({ world }: Cast, by: Person, taskId: string, patch: Record<string, unknown>) =>
  perform(world.services, by.member, updateTask, { taskId, patch });
const read = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);
const listed = async (
  { world }: Cast,
  by: Person,
  operation: typeof listTasks | typeof listDrafts | typeof listArchivedTasks = listTasks,
) => (await listAll(world.services, by.member, operation)).map(({ reference }) => reference);
const counted = async ({ world, teams }: Cast) =>
  (await world.database.read.selectFrom("teams").select("task_count")
    .where("id", "=", teams.eng).executeTakeFirstOrThrow()).task_count;

Deno.test("an archived task leaves the lists, and restoring it changes nothing else", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { description: "Kept", tags: ["Bug"] });
    await perform(cast.world.services, cast.ada.member, createComment, {
      taskId: task.id,
      body: "Kept too",
    });
    cast.world.clock.advance({ minutes: 1 });
    const archived = await archive(cast, cast.chidi, task.id);
    assert.equal(archived.archivedAt, "2026-03-12T10:01:00.000Z");
    assert.deepEqual(await listed(cast, cast.ada), []);
    assert.deepEqual(await listed(cast, cast.ada, listArchivedTasks), ["ENG-1"]);
    assert.equal((await read(cast, cast.esra, "ENG-1")).comments.length, 1);
    const restored = await restore(cast, cast.chidi, "ENG-1");
    assert.deepEqual(
      [restored.archivedAt, restored.description, restored.tags],
      [null, "Kept", ["Bug"]],
    );
    assert.deepEqual(await listed(cast, cast.ada), ["ENG-1"]);
    assert.deepEqual(await listed(cast, cast.ada, listArchivedTasks), []);
    assert.deepEqual(restored.activity.map(({ kind }) => kind), [
      "task.created",
      "task.commented",
      "task.archived",
      "task.restored",
    ]);
  }));

Deno.test("archiving a task twice changes the team's task count once", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    await cast.task(cast.ada);
    await Promise.all([archive(cast, cast.ada, id), archive(cast, cast.chidi, id)]);
    const archived = await archive(cast, cast.ada, id);
    assert.deepEqual([await counted(cast), archived.activity.length], [1, 2]);
    await Promise.all([restore(cast, cast.ada, id), restore(cast, cast.chidi, id)]);
    const restored = await restore(cast, cast.ada, id);
    assert.deepEqual([await counted(cast), restored.activity.length], [2, 3]);
  }));

Deno.test("an archived task refuses every change, and the hint says to restore it", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    const archived = await archive(cast, cast.ada, id);
    for (const patch of [{ title: "New" }, { teamId: "PPL" }, { draft: false }]) {
      const error = await refused(change(cast, cast.ada, id, patch), {
        status: 409,
        code: "task_archived",
      });
      assert.match(error.hint ?? "", /Restore/);
    }
    assert.deepEqual(await read(cast, cast.ada, id), archived);
  }));

Deno.test("only people who can change a task can archive and restore it, if their version is current", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    for (const by of [cast.esra, cast.dina]) {
      await refused(archive(cast, by, id), { status: 403, code: "not_task_writer" });
      await refused(restore(cast, by, id), { status: 403, code: "not_task_writer" });
    }
    await refused(archive(cast, cast.frode, id), { status: 404 });
    await change(cast, cast.ada, id, { title: "New" });
    await refused(archive(cast, cast.chidi, id, 1), { status: 412 });
    assert.equal((await archive(cast, cast.chidi, id, 2)).version, 3);
  }));

Deno.test("sub-tasks stay below an archived parent, which is marked as archived", () =>
  withCast(createWorld(), async (cast) => {
    const parent = await cast.task(cast.ada);
    const child = await cast.task(cast.ada, { parentId: parent.id });
    const before = await recordVersion(cast, child.id);
    await archive(cast, cast.ada, parent.id);
    const after = await read(cast, cast.ada, child.id);
    assert.equal(after.archivedAt, null);
    assert.ok(after.parent?.archivedAt);
    assert.notEqual(await recordVersion(cast, child.id), before);
    await change(cast, cast.ada, child.id, { title: "Goes on" });
    const below = { parentId: parent.id };
    await refused(cast.task(cast.ada, below), { status: 422, code: "parent_archived" });
  }));

Deno.test("an archived sub-task isn't in its parent's record until it is restored", () =>
  withCast(createWorld(), async (cast) => {
    const parent = await cast.task(cast.ada);
    const child = await cast.task(cast.ada, { parentId: parent.id });
    const below = async () => {
      const { children } = await read(cast, cast.ada, parent.id);
      const version = await recordVersion(cast, parent.id);
      return { children: children.map(({ id }) => id), version };
    };
    const before = await below();
    await archive(cast, cast.ada, child.id);
    const without = await below();
    await restore(cast, cast.ada, child.id);
    const again = await below();
    assert.deepEqual([before.children, without.children, again.children], [
      [child.id],
      [],
      [child.id],
    ]);
    assert.equal(new Set([before.version, without.version, again.version]).size, 3);
    assert.equal((await read(cast, cast.ada, child.id)).parent?.id, parent.id);
  }));

Deno.test("a full workspace refuses to restore a task", () =>
  withCast(createWorld({ taskLimit: 1 }), async (cast) => {
    const { id } = await cast.task(cast.ada);
    await archive(cast, cast.ada, id);
    await cast.task(cast.ada);
    await refused(restore(cast, cast.ada, id), { status: 403, code: "task_limit_reached" });
    assert.equal(await counted(cast), 1);
  }));

Deno.test("a discarded draft is a draft again after it is restored", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada, { draft: true });
    await cast.task(cast.ada);
    assert.deepEqual(await listed(cast, cast.ada, listDrafts), ["ENG-1"]);
    const discarded = await archive(cast, cast.ada, id);
    assert.equal(discarded.activity.at(-1)?.kind, "task.discarded");
    assert.deepEqual(await listed(cast, cast.ada, listDrafts), []);
    assert.equal((await restore(cast, cast.ada, id)).draft, true);
    assert.deepEqual(await listed(cast, cast.ada, listDrafts), ["ENG-1"]);
  }));

Deno.test("drafts and archived tasks of a private team are visible only to people who can see the team", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.dina, { teamId: "PPL", draft: true });
    assert.deepEqual(await listed(cast, cast.dina, listDrafts), ["PPL-1"]);
    assert.deepEqual(await listed(cast, cast.chidi, listDrafts), []);
    await archive(cast, cast.dina, id);
    assert.deepEqual(await listed(cast, cast.bao, listArchivedTasks), ["PPL-1"]);
    assert.deepEqual(await listed(cast, cast.chidi, listArchivedTasks), []);
    assert.deepEqual(await listed(cast, cast.frode, listArchivedTasks), []);
  }));
