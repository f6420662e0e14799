import { type Kysely, sql } from "kysely";

/**
 * Stores each client's sign-in code, and counts wrong codes by network. Codes expire after minutes and locks after a day
 * at most, so no rows are copied.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "drop table one_time_codes",
  `create table one_time_codes (
    email text not null,
    purpose text not null check (purpose in ('signin', 'signup')),
    client text not null,
    network text not null,
    salt text not null,
    code_hash text not null,
    sent_at text not null,
    expires_at text not null,
    primary key (email, purpose, client)
  ) strict`,
  "create index one_time_codes_by_end on one_time_codes (expires_at)",
  "drop table sign_in_locks",
  `create table sign_in_locks (
    email text not null,
    network text not null,
    failures integer not null,
    locks integer not null,
    locked_until text,
    forgotten_at text not null,
    primary key (email, network)
  ) strict`,
  "create index sign_in_locks_by_end on sign_in_locks (forgotten_at)",
];
