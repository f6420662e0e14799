import { nameColumns } from "../core/name_key.ts";
import type { BareKind, Fact, KindChanging } from "../activity/kinds.ts";
import type { PlannedChange } from "./plan.ts";

/** The planner of a field that is stored in one column. */
export type Plain<N extends string, V> = (
  context: { record: { readonly [K in N]: unknown } },
  to: V,
) => PlannedChange<{ [K in N]: V }> | null;

/**
 * Plans a field that is stored unchanged in a column.
 * @param kind the kind of event; none if the record's change is a single event
 */
export function column<N extends string, V>(name: N, kind?: KindChanging<V>): Plain<N, V> {
  return ({ record }, to) => {
    const from = record[name];
    if (sameText(from, to)) return null;
    const columns = { [name]: to } as { [K in N]: V };
    return kind ? { columns, fact: { kind, data: { from, to } } as Fact } : { columns };
  };
}

/** Plans a long text. Its event has no values, because a description can have 100,000 characters. */
export function longText<N extends string, V>(name: N, kind: BareKind): Plain<N, V> {
  return (context, to) => {
    const change = column<N, V>(name)(context, to);
    return change && { columns: change.columns, fact: { kind } };
  };
}

/** Plans a name that its table is searched by, with the key that it is compared by. */
export function name(kind?: KindChanging<string>) {
  return (context: { record: { readonly name: string } }, to: string) => {
    const change = column<"name", string>("name", kind)(context, to);
    return change && { ...change, columns: nameColumns(to) };
  };
}

/**
 * Plans whether a record is archived.
 * @param kinds the kinds of events; none if the record's change is a single event
 */
export function archiving(kinds?: { archived: BareKind; restored: BareKind }) {
  return (
    { now, record }: { now: Date; record: Archivable },
    to: boolean,
  ): PlannedChange<{ archived_at: string | null }> | null => {
    if (to === (record.archived_at !== null)) return null;
    const columns = { archived_at: to ? now.toISOString() : null };
    return kinds ? { columns, fact: { kind: to ? kinds.archived : kinds.restored } } : { columns };
  };
}

interface Archivable {
  archived_at: string | null;
}

/** Returns the single event of a change. */
export function becameOf(
  before: Archivable,
  after: Archivable,
): "changed" | "archived" | "restored" {
  const is = after.archived_at !== null;
  if ((before.archived_at !== null) === is) return "changed";
  return is ? "archived" : "restored";
}

/** Returns whether two lists are equal, regardless of order. */
export function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && other.every((member) => one.includes(member));
}

/** Returns whether two values are equal, except for Unicode composition. Unicode 16, 3.7: canonical equivalence */
export function sameText(one: unknown, other: unknown): boolean {
  if (typeof one !== "string" || typeof other !== "string") return one === other;
  return one === other || one.normalize() === other.normalize();
}
