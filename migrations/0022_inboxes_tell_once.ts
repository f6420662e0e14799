import { type Kysely, sql } from "kysely";

/**
 * What writes to inboxes says so itself, once a transaction: a trigger did it for each row, and for an insert with a
 * trigger SQLite first copies every page that it writes to.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const event of ["insert", "update", "delete"]) {
    await sql.raw(`drop trigger notifications_tell_${event}`).execute(db);
  }
}
