import { type RawBuilder, sql } from "kysely";

/**
 * Returns a JSON array in SQL, in the order of its rows. An `order by` within the aggregate costs a temporary table for
 * each array, even an empty one. SQLite keeps a subquery's order for an aggregate.
 * https://sqlite.org/optoverview.html#subquery_flattening
 * @param entry the text of an entry's JSON
 * @param rows the rows, from `from` to `order by`
 */
export function jsonList(entry: string, rows: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(select json_group_array(json(entry)) from (select ${
    sql.raw(entry)
  } as entry ${rows}))`;
}
