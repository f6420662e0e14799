import { type Kysely, sql } from "kysely";

/** People, and how they sign in. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table users (
    id text primary key,
    email text not null unique,
    name text not null,
    theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
    shortcuts integer not null default 1,
    created_at text not null
  ) strict`,

  // What signing in leaves behind has an index by its end, so that it is cleared away a little at a time
  `create table one_time_codes (
    email text not null,
    purpose text not null check (purpose in ('signin', 'signup')),
    salt text not null,
    code_hash text not null,
    sent_at text not null,
    expires_at text not null,
    primary key (email, purpose)
  ) strict`,
  `create index one_time_codes_by_end on one_time_codes (expires_at)`,
  `create table sign_in_locks (
    email text primary key,
    failures integer not null,
    locks integer not null,
    locked_until text,
    forgotten_at text not null
  ) strict`,
  `create index sign_in_locks_by_end on sign_in_locks (forgotten_at)`,

  `create table sessions (
    id text primary key,
    user_id text not null references users (id),
    kind text not null check (kind in ('browser', 'api')),
    label text not null,
    workspace_id text references workspaces (id),
    created_at text not null,
    last_seen_at text not null,
    revoked_at text
  ) strict`,
  `create index sessions_by_user on sessions (user_id)`,
  `create index sessions_live on sessions (user_id, id) where revoked_at is null`,
  `create index sessions_by_last_use on sessions (last_seen_at)`,
  `create table session_tokens (
    hash text primary key,
    session_id text not null references sessions (id),
    kind text not null check (kind in ('cookie', 'access', 'refresh')),
    expires_at text not null,
    used_at text
  ) strict, without rowid`,
  `create index session_tokens_by_session on session_tokens (session_id)`,
  `create index session_tokens_by_end on session_tokens (expires_at)`,
];
