import assert from "node:assert/strict";
import { column } from "../../server/domain/change/columns.ts";
import type { Planners } from "../../server/domain/change/plan.ts";
import { operation, perform } from "../../server/domain/core/operation.ts";
import { findTaskVersion } from "../../server/domain/tasks/find.ts";
import { changeTask, updateTask } from "../../server/domain/tasks/update.ts";
import { withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

interface Gate {
  name: string;
  height: number;
}
interface GatePatch {
  name?: string | undefined;
  height?: number | undefined;
}
type GatePlanners = Planners<Gate, GatePatch, Partial<Gate>>;
type Compiles<T> = T extends GatePlanners ? true : false;

Deno.test("a patch field without a planner doesn't compile", () => {
  const whole = { name: column("name"), height: column("height") } satisfies GatePlanners;
  const { height: _, ...lacking } = whole;
  const compiles: Compiles<typeof whole> = true;
  const compilesLacking: Compiles<typeof lacking> = false;
  assert.deepEqual([compiles, compilesLacking], [true, false]);
});

Deno.test("a change returns the changed record with its version", () =>
  withCast(createWorld(), async ({ ada, task, world: { services } }) => {
    const { id: taskId } = await task(ada, { title: "Draw the gate" });
    const run = operation({ ...updateTask, run: changeTask });
    for (const title of ["Hang the gate", "Hang the gate"]) {
      const after = await perform(services, ada.member, run, { taskId, patch: { title } });
      const version = await perform(services, ada.member, findTaskVersion, { taskId });
      assert.deepEqual([after.title, String(after.version)], [title, version]);
    }
  }));
