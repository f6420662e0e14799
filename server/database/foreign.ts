import { DatabaseError } from "./engine.ts";

/** SQL that lists a database's tables, except for SQLite's own. */
export const tablesSql =
  "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite%'";

/** A row of `tablesSql`. */
export interface TableRow {
  name: string;
  sql: string;
}

/**
 * Returns whether a database has tables, but not the one that `migrate` creates together with the first others. Other
 * tools have tables named `schema_migrations` too.
 */
export function isForeignSchema(tables: readonly TableRow[]): boolean {
  const isOurs = tables.some(({ name, sql }) =>
    name === "schema_migrations" && sql.includes("ran_at")
  );
  return tables.length > 0 && !isOurs;
}

/** The database belongs to another tool. */
export class ForeignDatabaseError extends DatabaseError {
  constructor() {
    super(
      "The database contains another tool's tables. Set BACKLOG_DATABASE_URL to another database.",
    );
  }
}
