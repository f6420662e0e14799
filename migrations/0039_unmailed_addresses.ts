import { type Kysely, sql } from "kysely";

/** Addresses without an account to which no invitation is to be mailed. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(`create table unmailed_addresses (
    key text primary key,
    since text not null
  ) strict, without rowid`).execute(db);
}
