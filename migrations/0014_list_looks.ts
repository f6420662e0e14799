import { type Kysely, sql } from "kysely";

/** How each person has their lists of tasks. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  // JSON: the looks of each list that isn't as it begins, those changed last at the end
  await sql`alter table users add column lists text not null default '[]'`.execute(db);
}
