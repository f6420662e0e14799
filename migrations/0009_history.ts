import { type Kysely, sql } from "kysely";

/** What happened, and what was answered. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table activity (
    seq integer primary key,
    id text not null unique,
    workspace_id text not null references workspaces (id),
    subject_kind text not null,
    subject_id text not null,
    kind text not null,
    actor_id text references profiles (id),
    credential_id text,
    door text not null check (door in ('web', 'api', 'cli', 'system')),
    data text not null,
    created_at text not null,
    -- Of what can be taken back: the first entry of the same act, and what each field was and became, as JSON
    act_id text,
    undo text,
    check ((act_id is null) = (undo is null))
  ) strict`,
  `create index activity_to_undo on activity (act_id) where undo is not null`,
  `create index activity_by_subject on activity (subject_id, seq)`,
  `create index activity_by_workspace on activity (workspace_id, seq)`,

  // Every security-relevant act. Without a workspace where somebody acted who belongs to none
  `create table audit (
    seq integer primary key,
    id text not null unique,
    workspace_id text references workspaces (id),
    profile_id text references profiles (id),
    user_id text references users (id),
    credential_kind text,
    credential_id text,
    door text not null check (door in ('web', 'api', 'cli', 'system')),
    address text,
    kind text not null,
    subject_kind text,
    subject_id text,
    subject_name text,
    data text not null,
    created_at text not null
  ) strict`,
  `create index audit_by_workspace on audit (workspace_id, seq)`,
  `create index audit_by_kind on audit (workspace_id, kind, seq)`,
  `create index audit_by_profile on audit (workspace_id, profile_id, seq)`,

  // The first answers to POSTs that carried an `Idempotency-Key`
  `create table idempotency_keys (
    owner_id text not null,
    key text not null,
    fingerprint text not null,
    answer text,
    created_at text not null,
    primary key (owner_id, key)
  ) strict, without rowid`,
  `create index idempotency_keys_by_age on idempotency_keys (created_at)`,
];
