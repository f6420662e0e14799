import type { Fact } from "../activity/kinds.ts";
import type { Undo } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";

/** The effects of a field's new value: the columns to set, the event, the undo values, and further writes. */
export interface PlannedChange<C> {
  columns: C;
  /** Missing if the record's change is a single event. */
  fact?: Fact;
  undo?: Undo;
  also?: () => Promise<unknown>;
  /** Whether the record doesn't show the change. Such a change creates no new version. */
  unseen?: true;
}

type Planned<C> = PlannedChange<C> | PlannedChange<C>[] | null;

/**
 * Returns the change that a patch's value makes, or null if the record has the value already. Earlier fields of the
 * patch are already applied to the record.
 */
export type Planner<R, P, C, V> = (
  context: WriteContext<Member> & { record: R },
  to: V,
  patch: P,
) => Planned<C> | Promise<Planned<C>>;

/** One planner for every field of a patch, in the order of their events. */
export type Planners<R, P, C> = {
  [F in keyof P]-?: Planner<R, P, C, Exclude<P[F], undefined>>;
};

/** Returns the changes that a patch makes, in the order of its planners. @throws errors of the planners */
export async function planChanges<R extends object, P extends object, C>(
  context: WriteContext<Member>,
  planners: Planners<R, P, C>,
  record: R,
  patch: P,
): Promise<PlannedChange<C>[]> {
  const planned: PlannedChange<C>[] = [];
  let current = record;
  const plan = async <F extends keyof P>(field: F) => {
    if (patch[field] === undefined) return;
    const to = patch[field] as Exclude<P[F], undefined>;
    const changes = await planners[field]({ ...context, record: current }, to, patch);
    for (const change of [changes ?? []].flat()) {
      planned.push(change);
      current = { ...current, ...change.columns };
    }
  };
  for (const field of Object.keys(planners) as (keyof P)[]) await plan(field);
  return planned;
}
