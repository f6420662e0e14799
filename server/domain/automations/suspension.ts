import type { Member } from "../core/actor.ts";
import type { PlannedChange } from "../change/plan.ts";
import type { WriteContext } from "../core/operation.ts";

/** Plans the suspension of an automation or agent, or its end. */
export function suspension(noun: "automation" | "agent") {
  return (
    { now, record }: WriteContext<Member> & { record: { suspended: boolean } },
    to: boolean,
  ): PlannedChange<{ suspended_at: string | null }> | null => {
    if (to === record.suspended) return null;
    const columns = { suspended_at: to ? now.toISOString() : null };
    return { columns, fact: { kind: `${noun}.${to ? "suspended" : "unsuspended"}` } };
  };
}

/** Returns whether two lists have the same words, in any order. */
export function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
