import { type Kysely, sql } from "kysely";

/**
 * How often in a row an email was locked out, and when that is forgotten; and by when what signing in leaves behind is
 * over, so that it can be cleared away a little at a time.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table sign_in_locks add column locks integer not null default 0`,
  `alter table sign_in_locks add column forgotten_at text not null default ''`,
  `update sign_in_locks set
    locks = iif(locked_until is null, 0, 1),
    failures = iif(locked_until is null, failures, 0),
    forgotten_at = strftime('%Y-%m-%dT%H:%M:%fZ', coalesce(locked_until, last_failure_at), '+1 day')`,
  `alter table sign_in_locks drop column last_failure_at`,
  `create index sign_in_locks_by_end on sign_in_locks (forgotten_at)`,
  `create index one_time_codes_by_end on one_time_codes (expires_at)`,
  `create index session_tokens_by_end on session_tokens (expires_at)`,
  `create index automation_tokens_by_end on automation_tokens (expires_at)`,
  `create index sessions_by_last_use on sessions (last_seen_at)`,
];
