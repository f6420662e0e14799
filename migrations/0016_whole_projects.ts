import { type Kysely, sql } from "kysely";

/** Projects are listed with the archived ones too, in the order of an index that holds both. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create index projects_whole on projects (workspace_id, id)`.execute(db);
}
