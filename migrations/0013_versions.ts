import { type Kysely, sql } from "kysely";

/** Project labels and milestones have a version, as every record has that somebody can change. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const table of ["project_labels", "milestones"]) {
    await sql`alter table ${sql.table(table)} add column version integer not null default 1`
      .execute(db);
  }
}
