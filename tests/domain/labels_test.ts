import assert from "node:assert/strict";
import { archiveTaskLabel, restoreTaskLabel } from "../../server/domain/task_labels/archive.ts";
import { createTaskLabel } from "../../server/domain/task_labels/create.ts";
import { listTaskLabels } from "../../server/domain/task_labels/list.ts";
import type { Label } from "../../server/domain/labels/schema.ts";
import { updateTaskLabel } from "../../server/domain/task_labels/update.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

async function create({ world }: Cast, by: Person, input: Record<string, unknown>): Promise<Label> {
  return parseJson((await perform(world.services, by.member, createTaskLabel, input)).json);
}

async function change({ world }: Cast, by: Person, labelId: string, patch: object): Promise<Label> {
  const found = await perform(world.services, by.member, updateTaskLabel, { labelId, patch });
  return parseJson(found.json);
}

async function retag({ world }: Cast, by: Person, taskId: string, tags: string[]) {
  const found = await perform(world.services, by.member, updateTask, { taskId, patch: { tags } });
  return parseJson<TaskDetail>(found.json).tags;
}

Deno.test("only managers can change labels, and everyone can read them", () =>
  withCast(createWorld(), async (cast) => {
    const made = await create(cast, cast.bao, { name: " Security " });
    assert.deepEqual([made.name, made.color, made.description], ["Security", "gray", null]);
    const patch = { color: "orange", description: "Anything that could hurt somebody." };
    const changed = await change(cast, cast.ada, made.id, patch);
    assert.deepEqual([changed.color, changed.description], Object.values(patch));
    await changesOnly(cast.world.database, [], async () => {
      for (const by of [cast.chidi, cast.dina, cast.esra]) {
        await refused(create(cast, by, { name: "Mine" }), { status: 403, code: "not_manager" });
        await refused(change(cast, by, made.id, patch), { status: 403, code: "not_manager" });
      }
      await refused(change(cast, cast.frode, made.id, patch), { status: 404 });
      await refused(create(cast, cast.ada, { name: "X", color: "mauve" }), {
        status: 422,
        fields: ["color"],
      });
      await change(cast, cast.ada, made.id, patch);
    });
    const { services } = cast.world;
    const listed = await listAll(services, cast.esra.member, listTaskLabels);
    assert.deepEqual(listed.map(({ name }) => name), [
      "Bug",
      "Feature",
      "Improvement",
      "Security",
    ]);
  }));

Deno.test("if two labels are created at once with the same name in any case, the second is refused", () =>
  withCast(createWorld(), async (cast) => {
    const outcomes = await Promise.allSettled([
      create(cast, cast.ada, { name: "Urgent" }),
      create(cast, cast.bao, { name: "URGENT" }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    const { reason } = outcomes[1] as PromiseRejectedResult;
    assert.deepEqual([reason.status, reason.code], [409, "name_taken"]);
    const { id } = (outcomes[0] as PromiseFulfilledResult<Label>).value;
    await refused(change(cast, cast.ada, id, { name: "bug" }), { status: 409 });
    assert.equal((await change(cast, cast.ada, id, { name: "urgent" })).name, "urgent");
  }));

Deno.test("a renamed label shows its new name on every task", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { tags: ["Bug"] });
    await change(cast, cast.ada, task.labels[0]!.id, { name: "Defect" });
    const { services } = cast.world;
    const page = await perform(services, cast.chidi.member, listTasks, { label: "Defect" });
    assert.deepEqual(parseJson<Task[]>(page.records).map(({ tags }) => tags), [["Defect"]]);
  }));

Deno.test("an archived label stays on its tasks and can't be added to others", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const task = await cast.task(cast.ada, { tags: ["Bug"] });
    const labelId = task.labels[0]!.id;
    await perform(services, cast.ada.member, archiveTaskLabel, { labelId });
    const page = await perform(services, cast.chidi.member, listTasks, { label: labelId });
    assert.deepEqual(parseJson<Task[]>(page.records).map(({ id, tags }) => [id, tags]), [
      [task.id, ["Bug"]],
    ]);
    await refused(cast.task(cast.ada, { tags: ["Bug"] }), { status: 422, code: "unknown_label" });
    assert.deepEqual(await retag(cast, cast.chidi, task.id, ["Bug", "Feature"]), [
      "Bug",
      "Feature",
    ]);
    assert.deepEqual(await retag(cast, cast.chidi, task.id, ["Feature"]), ["Feature"]);
    await refused(retag(cast, cast.chidi, task.id, ["Bug"]), { status: 422 });
  }));

Deno.test("a name means the active label, not an archived label with the same name", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { tags: ["Bug"] });
    const old = task.labels[0]!.id;
    await perform(cast.world.services, cast.ada.member, archiveTaskLabel, { labelId: old });
    const young = await create(cast, cast.ada, { name: "bug" });
    assert.deepEqual(await retag(cast, cast.chidi, task.id, ["Bug"]), ["bug"]);
    await refused(retag(cast, cast.chidi, task.id, [old]), { status: 422, code: "unknown_label" });
    const both = await cast.task(cast.ada, { tags: [young.id] });
    assert.deepEqual(both.labels.map(({ id }) => id), [young.id]);
  }));

Deno.test("an archived label can be restored unless its name is taken", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const { id: labelId } = await create(cast, cast.ada, { name: "Security" });
    const archive = () => perform(services, cast.ada.member, archiveTaskLabel, { labelId });
    const restore = () => perform(services, cast.ada.member, restoreTaskLabel, { labelId });
    await archive();
    await changesOnly(cast.world.database, [], archive);
    assert.equal(parseJson<Label>((await restore()).json).archivedAt, null);
    await archive();
    await create(cast, cast.ada, { name: "security" });
    await refused(restore(), { status: 409, code: "name_taken" });
    await change(cast, cast.ada, labelId, { name: "Security, old" });
    await restore();
  }));
