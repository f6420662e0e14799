import { type Kysely, sql } from "kysely";

/** Project labels have a version, as task labels do. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table project_labels add column version integer not null default 1`.execute(db);
}
