import type { Fact } from "../activity/kinds.ts";
import type { Undo } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";

/**
 * What a field's new value does: the columns it sets, the activity it becomes, what takes it back, and what else it
 * writes.
 */
export type PlannedChange<C> = (Fact | { kind?: undefined; data?: undefined }) & {
  columns: C;
  undo?: Undo;
  also?: () => Promise<unknown>;
  /** The record shows nothing of it: for this alone it gets no new version, and hasn't changed later. */
  unseen?: true;
};

type Planned<C> = PlannedChange<C> | PlannedChange<C>[] | null;

/**
 * Tells what a value that a patch names changes of a record: nothing, where it is that already. The record is as the
 * fields before this one leave it.
 */
export type Planner<R, P, C, V> = (
  context: WriteContext<Member> & { record: R },
  to: V,
  patch: P,
) => Planned<C> | Promise<Planned<C>>;

/** One planner for every field that a patch can name, in the order in which history tells them. */
export type Planners<R, P, C> = {
  [F in keyof P]-?: Planner<R, P, C, Exclude<P[F], undefined>>;
};

/** What a patch really changes of a record, in the order of its planners. @throws what they throw */
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
