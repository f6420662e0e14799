import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { listTaskActivity } from "../../server/domain/tasks/list_activity.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

const change = (
  { world }: Cast,
  by: Person,
  taskId: string,
  patch: Record<string, unknown>,
) => perform(world.services, by.member, updateTask, { taskId, patch });

const history = async ({ world, ada }: Cast, taskId: string) =>
  parseJson((await perform(world.services, ada.member, findTask, { taskId })).json).activity;

Deno.test("a task's activity starts with its creation: the creator, time, and interface", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.chidi);
    const [first, ...rest] = await history(cast, id);
    assert.deepEqual(rest, []);
    assert.equal(first?.kind, "task.created");
    assert.deepEqual([first?.actor?.name, first?.interface], ["Chidi Eze", "api"]);
    assert.equal(first?.createdAt, "2026-03-12T10:00:00.000Z");
  }));

Deno.test("each changed field has one entry with its old and new value", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    await change(cast, cast.chidi, id, {
      title: "Paint the gate",
      description: "Green",
      status: "progressed",
      priority: "high",
      assigneeId: cast.bao.member.profile.id,
      tags: ["Bug"],
      deadlineAt: "2026-04-01",
    });
    const rows = (await history(cast, id)).slice(1);
    assert.deepEqual(rows.map(({ kind, data }) => [kind, data.from, data.to]), [
      ["task.title_changed", "Mend the gate", "Paint the gate"],
      ["task.description_changed", undefined, undefined],
      ["task.status_changed", "backlogged", "progressed"],
      ["task.priority_changed", "none", "high"],
      ["task.assigned", null, { id: cast.bao.member.profile.id, name: "Bảo Nguyễn" }],
      ["task.labels_changed", [], ["Bug"]],
      ["task.deadline_changed", null, "2026-04-01"],
    ]);
    assert.ok(rows.every(({ actor }) => actor?.id === cast.chidi.member.profile.id));
  }));

Deno.test("a draft's activity shows when it was created and published", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada, { draft: true });
    await change(cast, cast.ada, id, { draft: false });
    await change(cast, cast.ada, id, { draft: false });
    const kinds = (await history(cast, id)).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["task.drafted", "task.published"]);
  }));

Deno.test("a refused change, and a change that changes nothing, leave no entry", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada);
    await Promise.allSettled([
      change(cast, cast.esra, task.id, { title: "Not mine" }),
      change(cast, cast.ada, task.id, { title: "Good", tags: ["No such label"] }),
      change(cast, cast.ada, task.id, { title: task.title }),
    ]);
    assert.equal((await history(cast, task.id)).length, 1);
  }));

Deno.test("a task's record contains its newest two hundred activity entries, oldest first", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    for (let n = 0; n < 205; n++) {
      await change(cast, cast.ada, id, { title: `Title ${n}` });
    }
    const rows = await history(cast, id);
    assert.equal(rows.length, 200);
    assert.deepEqual([rows[0]?.data.to, rows.at(-1)?.data.to], ["Title 5", "Title 204"]);
  }));

Deno.test("a task's activity list includes entries that its record omits", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    for (let n = 1; n <= 200; n++) await change(cast, cast.ada, id, { title: `Title ${n}` });
    const record = await history(cast, id);
    assert.deepEqual([record.length, record[0]!.kind], [200, "task.title_changed"]);
    const { services } = cast.world;
    const all = await listAll(services, cast.ada.member, listTaskActivity, { taskId: id });
    assert.equal(all.length, 201);
    assert.equal(all.at(-1)!.kind, "task.created");
    assert.deepEqual(all.slice(0, 200).toReversed(), record);
  }));
