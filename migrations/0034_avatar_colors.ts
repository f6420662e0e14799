import { type Kysely, sql } from "kysely";

/** In which colour somebody is shown, where they chose one. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table profiles add column color text`.execute(db);
}
