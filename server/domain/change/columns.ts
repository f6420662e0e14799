import { nameColumns } from "../core/name_key.ts";
import type { BareKind, Fact, KindChanging } from "../activity/kinds.ts";
import type { PlannedChange } from "./plan.ts";

/** How a field is planned that a column of the record holds. */
export type Plain<N extends string, V> = (
  context: { record: { readonly [K in N]: unknown } },
  to: V,
) => PlannedChange<{ [K in N]: V }> | null;

/**
 * Plans a field that a column keeps as it is.
 * @param kind what history calls it, with what it was and what it is; nothing where the record's change is told as one
 */
export function column<N extends string, V>(name: N, kind?: KindChanging<V>): Plain<N, V> {
  return ({ record }, to) => {
    const from = record[name];
    if (sameText(from, to)) return null;
    const columns = { [name]: to } as { [K in N]: V };
    return kind ? { columns, ...{ kind, data: { from, to } } as Fact } : { columns };
  };
}

/** The same, where history says that it changed, and not what it was: a description alone can be 100,000 characters. */
export function longText<N extends string, V>(name: N, kind: BareKind): Plain<N, V> {
  return (context, to) => {
    const change = column<N, V>(name)(context, to);
    return change && { columns: change.columns, ...{ kind } as Fact };
  };
}

/** Plans a name that its table is searched by, with the key that it is compared by. */
export function name(kind?: KindChanging<string>) {
  return (context: { record: { readonly name: string } }, to: string) => {
    const change = column<"name", string>("name", kind)(context, to);
    return change && { ...change, columns: nameColumns(to) };
  };
}

/** Plans whether a record is archived. @param kinds what history calls it; none where the record's change is told as one */
export function archiving(kinds?: { archived: BareKind; restored: BareKind }) {
  return (
    { now, record }: { now: Date; record: Archivable },
    to: boolean,
  ): PlannedChange<{ archived_at: string | null }> | null => {
    if (to === (record.archived_at !== null)) return null;
    const columns = { archived_at: to ? now.toISOString() : null };
    return kinds
      ? { columns, ...{ kind: to ? kinds.archived : kinds.restored } as Fact }
      : { columns };
  };
}

interface Archivable {
  archived_at: string | null;
}

/** What became of a record, where history tells one thing whatever changed. */
export function becameOf(
  before: Archivable,
  after: Archivable,
): "changed" | "archived" | "restored" {
  const is = after.archived_at !== null;
  if ((before.archived_at !== null) === is) return "changed";
  return is ? "archived" : "restored";
}

/** Whether two lists without an order hold the same. */
export function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && other.every((member) => one.includes(member));
}

/** Whether two values are one, however a keyboard composed them. Unicode 16, 3.7: canonical equivalence */
export function sameText(one: unknown, other: unknown): boolean {
  if (typeof one !== "string" || typeof other !== "string") return one === other;
  return one === other || one.normalize() === other.normalize();
}
