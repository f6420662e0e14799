import { type Kysely, sql } from "kysely";

/** From where a session was used last: the network address of its client. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw("alter table sessions add column address text").execute(db);
}
