import { sql } from "kysely";
import type { Db } from "../../../server/domain/core/operation.ts";

/** The rows to copy, and how the copies differ. */
export interface Copies {
  table: string;
  /** A condition on the rows `s` to copy. */
  of: string;
  count: number;
  /** The number of the first copy, 1 by default. */
  from?: number;
  /** SQL expressions over the row `s` and the copy's number `n`, by column. */
  set?: Record<string, string>;
}

/** Inserts copies of rows, each with its own ID (`copyOf`). */
export async function copyRows(tx: Db, { table, of, count, from = 1, set = {} }: Copies) {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`
    .execute(tx);
  // The database assigns `seq`
  const columns = rows.map(({ name }) => name).filter((name) => name !== "seq");
  const expressions: Record<string, string> = { id: copyOf("s.id"), ...set };
  const values = columns.map((name) => expressions[name] ?? `s.${name}`);
  await sql.raw(`
    insert into ${table} (${columns.join(", ")})
    with recursive numbers(n) as (
      select ${from} union all select n + 1 from numbers where n < ${from + count - 1})
    select ${values.join(", ")} from numbers cross join ${table} s where ${of} order by n
  `).execute(tx);
}

/**
 * Returns the ID of a copy: the original's ID with the copy's number as its last digits, so that rows of other tables
 * can refer to it. @param id an SQL expression for the original's ID
 */
export function copyOf(id: string, n = "n"): string {
  return `substr(${id}, 1, length(${id}) - 6) || printf('%06d', ${n})`;
}

/** An SQL expression for a wide name of at most 80 characters, different for each copy. */
export const wideName = "printf('%.*c %d', 73, 'W', 100000 + n)";

/** Returns an SQL expression for a text of one repeated letter. */
export function repeated(letter: string, length: number): string {
  return `printf('%.*c', ${length}, '${letter}')`;
}
