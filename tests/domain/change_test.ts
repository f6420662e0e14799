import assert from "node:assert/strict";
import { column } from "../../server/domain/change/columns.ts";
import type { Planners } from "../../server/domain/change/plan.ts";

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

Deno.test("a patch's field without a planner doesn't compile", () => {
  const whole = { name: column("name"), height: column("height") } satisfies GatePlanners;
  const { height: _, ...lacking } = whole;
  const compiles: Compiles<typeof whole> = true;
  const compilesLacking: Compiles<typeof lacking> = false;
  assert.deepEqual([compiles, compilesLacking], [true, false]);
});
