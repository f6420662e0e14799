import { type Kysely, sql } from "kysely";

/** In which version of a project each of its fields was last changed, as of a task. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table projects add column field_versions text not null default '{}'`.execute(db);
  // Of projects that are here already nobody knows: any of their fields may have been changed last
  await sql`update projects set field_versions = json_object('*', version) where version > 1`
    .execute(db);
}
