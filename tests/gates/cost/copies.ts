import { sql } from "kysely";
import type { Db } from "../../../server/domain/core/operation.ts";

/** Which rows are copied, and what differs between the copies. */
export interface Copies {
  table: string;
  /** The condition on the rows `s` that are copied. */
  of: string;
  count: number;
  /** The number of the first copy; 1 unless said otherwise. */
  from?: number;
  /** Expressions of SQL over the row `s` and the copy's number `n`, by column. */
  set?: Record<string, string>;
}

/**
 * Inserts copies of rows, as many writes would have left them. A copy's ID is the row's own with the copy's number as
 * its last digits, so that related rows can be copied the same way (`copyOf`).
 */
export async function copyRows(tx: Db, { table, of, count, from = 1, set = {} }: Copies) {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`
    .execute(tx);
  // A number that the table counts by itself
  const columns = rows.map(({ name }) => name).filter((name) => name !== "seq");
  const own: Record<string, string> = { id: copyOf("s.id"), ...set };
  const values = columns.map((name) => own[name] ?? `s.${name}`);
  await sql.raw(`
    insert into ${table} (${columns.join(", ")})
    with recursive numbers(n) as (
      select ${from} union all select n + 1 from numbers where n < ${from + count - 1})
    select ${values.join(", ")} from numbers cross join ${table} s where ${of} order by n
  `).execute(tx);
}

/** The ID of a copy. @param id an expression for the copied row's */
export const copyOf = (id: string, n = "n") =>
  `substr(${id}, 1, length(${id}) - 6) || printf('%06d', ${n})`;

/** A name that is as wide as a name can be and belongs to one copy. */
export const wide = (length = 80) => `printf('%.*c %d', ${length - 7}, 'W', 100000 + n)`;
