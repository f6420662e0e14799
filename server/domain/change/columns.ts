import type { Fact, PlannedChange } from "./plan.ts";

type Plain<N extends string, V> = (
  context: { record: { readonly [K in N]: V } },
  to: V,
) => PlannedChange<{ [K in N]: V }> | null;

/**
 * Plans a field that a column keeps as it is.
 * @param kind what history calls it, with what it was and what it is; nothing where the record's change is told as one
 */
export function column<N extends string, V>(name: N, kind?: Fact["kind"]): Plain<N, V> {
  return ({ record }, to) => {
    const from = record[name];
    if (to === from) return null;
    const columns = { [name]: to } as { [K in N]: V };
    return kind ? { columns, kind, data: { from, to } } : { columns };
  };
}

/** The same, where history says that it changed, and not what it was: a description alone can be 100,000 characters. */
export function longText<N extends string, V>(name: N, kind: Fact["kind"]): Plain<N, V> {
  return (context, to) => {
    const change = column<N, V>(name)(context, to);
    return change && { ...change, kind, data: {} };
  };
}
