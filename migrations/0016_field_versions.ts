import { type Kysely, sql } from "kysely";

/** In which version of a task each of its fields was last changed. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  // JSON: `{"title":3}`; a field that isn't named is as it was made
  await sql`alter table tasks add column field_versions text not null default '{}'`.execute(db);
  // Of tasks that are here already nobody knows: any of their fields may have been changed last
  await sql`update tasks set field_versions = json_object('*', version) where version > 1`
    .execute(db);
}
