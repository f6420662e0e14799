import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { newest, patch, patchMany, read, undo } from "../support/task_undo.ts";
import { createWorld } from "../support/world.ts";

Deno.test("an undone change is marked, and can't be undone again", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const task = await cast.task(ada);
    await patch(cast, ada, task.id, { priority: "high" });
    const entry = await newest(cast, task.id);
    assert.equal(Date.parse(entry.undoableUntil!) - Date.parse(entry.createdAt), 7 * 86_400_000);
    await undo(cast, ada, entry.id);
    const { activity, version } = await read(cast, ada, task.id);
    const again = activity.find(({ id }) => id === entry.id)!;
    assert.deepEqual([again.undoneAt, again.undoableUntil], [
      world.clock.now().toISOString(),
      null,
    ]);
    assert.equal(activity.at(-1)!.undoneAt, null);
    await refused(undo(cast, ada, entry.id), { status: 409, code: "already_undone" });
    assert.equal((await read(cast, ada, task.id)).version, version);
    await undo(cast, ada, activity.at(-1)!.id);
    assert.equal((await read(cast, ada, task.id)).priority, "high");
  }));

Deno.test("after an undo skipped tasks that others had changed, those can still be undone later", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const [one, other] = [await cast.task(ada), await cast.task(ada)];
    await patchMany(cast, ada, [one.id, other.id], { priority: "high" });
    const { id } = await newest(cast, one.id);
    await patch(cast, chidi, other.id, { priority: "urgent" });
    await undo(cast, ada, id);
    assert.notEqual((await read(cast, ada, one.id)).activity.at(-2)!.undoneAt, null);
    assert.equal((await read(cast, ada, other.id)).activity.at(-2)!.undoneAt, null);
    await patch(cast, chidi, other.id, { priority: "high" });
    const { tasks } = await undo(cast, ada, id);
    assert.deepEqual(tasks.map(({ reference }) => reference), ["ENG-2"]);
    assert.equal((await read(cast, ada, other.id)).priority, "none");
    await refused(undo(cast, ada, id), { status: 409, code: "already_undone" });
  }));

Deno.test("an entry with several fields counts as undone once each field has its old value", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    await perform(world.services, ada.member, createTeam, { name: "Operations", key: "OPS" });
    const task = await cast.task(ada, { status: "planned" });
    // A move also changes the state, because each team has its own states
    await patch(cast, ada, task.id, { teamId: "OPS" });
    const { id } = await newest(cast, task.id);
    await patch(cast, ada, task.id, { status: "progressed" });
    const first = await undo(cast, ada, id);
    assert.match(first.left[0]!.message, /^Someone has since changed the .+\.$/);
    assert.match((await read(cast, ada, task.id)).reference, /^ENG-/);
    const isUndone = async () =>
      (await read(cast, ada, task.id)).activity.find((entry) => entry.id === id)!.undoneAt !== null;
    assert.equal(await isUndone(), false);
    await patch(cast, ada, task.id, { status: "planned" });
    assert.deepEqual((await undo(cast, ada, id)).left, []);
    assert.equal(await isUndone(), true);
  }));

Deno.test("each entry shows whether it can be undone", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const draft = await cast.task(ada, { draft: true });
    await patch(cast, ada, draft.id, { draft: false });
    const { id } = await cast.task(ada);
    await patch(cast, ada, id, { title: "Oil", description: "It", priority: "low", tags: ["Bug"] });
    await patch(cast, ada, id, {
      status: "completed",
      deadlineAt: "2028-02-29",
      parentId: draft.id,
    });
    await perform(world.services, ada.member, createComment, { taskId: id, body: "Done" });
    await patchMany(cast, ada, [id], { archived: true });
    const entries = [draft.id, id].map(async (taskId) => (await read(cast, ada, taskId)).activity);
    const told = (await Promise.all(entries)).flat();
    assert.ok(told.length >= 11);
    for (const { kind, undoableUntil } of told) {
      assert.equal(undoableUntil === null, kind === "task.published", kind);
    }
  }));
