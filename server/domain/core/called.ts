import { type RawBuilder, sql } from "kysely";
import { NotFound } from "./errors.ts";
import { nameKey } from "./name_key.ts";

/** The maximum number of records with the same name that an error lists. */
const TOLD = 20;

/**
 * Returns the condition for rows that might have a name, so that few of them are compared. An ASCII name determines its
 * key.
 * @param column in SQL text: `p.name`
 */
export function maybeCalled(column: string, name: string): RawBuilder<unknown> {
  const at = sql.raw(column);
  return sql`(lower(${at}) = ${nameKey(name)} or ${at} glob '*[^ -~]*')`;
}

/**
 * Returns the one record with a name, regardless of case and Unicode composition.
 * @param records the records that the actor can see
 * @param told the other identifier that the error suggests, such as the key
 * @returns undefined if there is none
 * @throws NotFound if several records have the name
 */
export function findOnlyByName<R extends { name: string; archived_at?: string | null }>(
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
