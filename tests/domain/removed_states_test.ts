import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { listWorkflows } from "../../server/domain/workflows/list.ts";
import type { Workflow } from "../../server/domain/workflows/schema.ts";
import { updateWorkflow } from "../../server/domain/workflows/update.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

Deno.test("tasks of a removed state move to the given state with the same status", () =>
  withCast(createWorld(), async ({ world, ada, task }) => {
    const [only] = await listAll(world.services, ada.member, listWorkflows);
    const change = async (patch: object) => {
      const input = { workflowId: only!.id, patch };
      return parseJson<Workflow>(
        (await perform(world.services, ada.member, updateWorkflow, input)).json,
      );
    };
    const extra = ["Review", "Testing"].map((name) => ({ name, status: "progressed" }));
    const { states } = await change({ states: [...only!.states, ...extra] });
    const [, planned, doing, , , review, testing] = states.map(({ id }) => id);
    const { id: taskId } = await task(ada);
    const set = (patch: object) =>
      perform(world.services, ada.member, updateTask, { taskId, patch });
    await set({ stateId: review });
    const left = states.filter(({ id }) => id !== review);
    await changesOnly(world.database, [], async () => {
      for (
        const [id, into, field] of [
          [review, planned, "into"],
          [review, review, "into"],
          [doing, testing, "id"],
        ]
      ) {
        await refused(change({ states: left, removed: [{ id, into }] }), {
          status: 422,
          fields: [`removed.0.${field}`],
        });
      }
      const last = change({ removed: [{ id: planned }] });
      await refused(last, { status: 422, fields: ["removed.0.id"] });
      await change({ removed: [{ id: "state_gone" }] });
    });
    await change({ states: left, removed: [{ id: review, into: testing }] });
    const { json } = await set({ priority: "low" });
    assert.equal(parseJson(json).state.name, "Testing");
    const alone = await change({ removed: [{ id: testing }] });
    assert.equal(alone.states.length, 5);
    const { json: after } = await set({ priority: "high" });
    assert.equal(parseJson(after).state.name, "In progress");
  }));
