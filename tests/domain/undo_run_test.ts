import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { undoTasks } from "../../server/domain/tasks/undo.ts";
import { updateTasks } from "../../server/domain/tasks/update_many.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const read = async ({ world }: Cast, by: Person, taskId: string): Promise<TaskDetail> =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);
const patch = async (
  { world }: Cast,
  by: Person,
  taskId: string,
  patch: Record<string, unknown>,
) => {
  world.clock.advance({ seconds: 1 });
  await perform(world.services, by.member, updateTask, { taskId, patch });
};
const newest = async (cast: Cast, taskId: string) =>
  (await read(cast, cast.ada, taskId)).activity.at(-1)!;
const undo = async ({ world }: Cast, by: Person, activityId: string, backTo?: string) => {
  world.clock.advance({ seconds: 1 });
  return await perform(world.services, by.member, undoTasks, { activityId, backTo });
};

Deno.test("several acts in a row are taken back as one, as far back as is said", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { id } = await cast.task(ada, { priority: "low", title: "Mend the gate" });
    await patch(cast, chidi, id, { status: "planned" });
    await patch(cast, ada, id, { priority: "high" });
    const first = await newest(cast, id);
    await patch(cast, ada, id, { title: "Mend the garden gate" });
    await patch(cast, ada, id, { priority: "urgent", status: "progressed" });
    const last = await newest(cast, id);
    const { left } = await undo(cast, ada, last.id, first.id);
    const back = await read(cast, ada, id);
    assert.deepEqual(left, []);
    assert.deepEqual([back.priority, back.title, back.status], ["low", "Mend the gate", "planned"]);
    await undo(cast, ada, (await newest(cast, id)).id);
    assert.equal((await read(cast, ada, id)).priority, "urgent");
    const other = await cast.task(ada);
    await refused(undo(cast, ada, last.id, other.activity[0]!.id), { status: 404 });
    await refused(undo(cast, ada, first.id, last.id), { status: 404 });
  }));

Deno.test("what somebody else changed between two of one's acts isn't taken back with them", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { id } = await cast.task(ada, { priority: "low" });
    await patch(cast, ada, id, { priority: "high" });
    const first = await newest(cast, id);
    await patch(cast, chidi, id, { priority: "medium" });
    await patch(cast, ada, id, { priority: "urgent" });
    await undo(cast, ada, (await newest(cast, id)).id, first.id);
    assert.equal((await read(cast, ada, id)).priority, "medium");
  }));

Deno.test("acts in a row of more tasks than one act can be of are taken back one after the other", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { id } = await cast.task(ada);
    const others: string[] = [];
    for (let n = 0; n < 252; n++) others.push((await cast.task(ada)).id);
    const together = async (taskIds: string[], priority: string) => {
      world.clock.advance({ seconds: 1 });
      const asked = { taskIds: [id, ...taskIds], patch: { priority } };
      await perform(world.services, ada.member, updateTasks, asked);
      return await newest(cast, id);
    };
    const first = await together(others.slice(0, 126), "low");
    const last = await together(others.slice(126), "high");
    await refused(undo(cast, ada, last.id, first.id), { status: 409, code: "too_many_tasks" });
    assert.equal((await read(cast, ada, id)).priority, "high", "nothing was taken back");
    await undo(cast, ada, last.id);
    assert.equal((await read(cast, ada, id)).priority, "low");
  }));
