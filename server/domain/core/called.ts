import { type RawBuilder, sql } from "kysely";
import { NotFound } from "./errors.ts";
import { nameKey } from "./name_key.ts";

/** How many of those that are called alike a sentence names. */
const TOLD = 20;

/**
 * The condition on rows that they may be called so, which leaves few of many to be compared: an ASCII name says by itself
 * what its key is.
 * @param column in SQL text: `p.name`
 */
export function maybeCalled(column: string, name: string): RawBuilder<unknown> {
  const at = sql.raw(column);
  return sql`(lower(${at}) = ${nameKey(name)} or ${at} glob '*[^ -~]*')`;
}

/**
 * The one record that is called so, in any case and composition.
 * @param records what its actor sees
 * @param told what else each is named by, where several are called so: its key
 * @returns undefined where none is
 * @throws NotFound where several are
 */
export function theOneCalled<R extends { name: string; archived_at?: string | null }>(
  name: string,
  records: readonly R[],
  told: (record: R) => string,
): R | undefined {
  const wanted = nameKey(name);
  const called = records.filter((one) => nameKey(one.name) === wanted);
  const inUse = called.filter(({ archived_at }) => !archived_at);
  const found = inUse.length > 0 ? inUse : called;
  if (found.length < 2) return found[0];
  const names = found.slice(0, TOLD).map(told).join(", ");
  throw new NotFound(`Several records are named ${name}. Use one of these: ${names}.`);
}
