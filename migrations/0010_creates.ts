import { type Kysely, sql } from "kysely";

/**
 * Takes the trigger off new tasks that counted them for their project. SQLite opens a statement savepoint for an insert
 * with a trigger, and FTS5 writes out what it has gathered at every savepoint, so that it cost every new task, in a
 * project or not, a third of its time. A task is put into its project by an update now, which is counted as ever.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`drop trigger tasks_counted_when_made`.execute(db);
}
