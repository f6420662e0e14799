import { type Kysely, sql } from "kysely";

/** The first answers to POSTs that carried an `Idempotency-Key`. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table idempotency_keys (
      owner_id text not null,
      key text not null,
      fingerprint text not null,
      answer text,
      created_at text not null,
      primary key (owner_id, key)
    ) strict, without rowid`.execute(db);
  await sql`create index idempotency_keys_by_age on idempotency_keys (created_at)`.execute(db);
}
