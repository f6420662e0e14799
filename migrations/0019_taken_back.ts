import { type Kysely, sql } from "kysely";

/** When what an entry of history tells was taken back. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table activity add column taken_back_at text`.execute(db);
}
