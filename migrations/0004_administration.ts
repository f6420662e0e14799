import { type Kysely, sql } from "kysely";

/** Versions of what managers keep, keys that teams had, invitations, and the audit. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table workspaces add column version integer not null default 1`,
  `alter table profiles add column version integer not null default 1`,
  `alter table teams add column version integer not null default 1`,
  `alter table task_labels add column version integer not null default 1`,
  `alter table workflows add column version integer not null default 1`,
  `alter table workflows add column archived_at text`,
  `create unique index workflows_by_name on workflows (workspace_id, name collate nocase)
    where archived_at is null`,
  `create index teams_by_workflow on teams (workflow_id)`,
  // Removing a state moves its tasks, and its row can only go once no task points at it
  `create index tasks_by_state on tasks (state_id)`,
  // A team that got another key keeps answering to the one it had: one row a key, none a task
  `create table team_former_keys (
    workspace_id text not null references workspaces (id),
    key text not null,
    team_id text not null references teams (id),
    given_up_at text not null,
    primary key (workspace_id, key)
  ) strict, without rowid`,

  `create table invitations (
    id text primary key,
    workspace_id text not null references workspaces (id),
    email text not null,
    role text not null check (role in ('owner', 'admin', 'member')),
    status text not null
      check (status in ('pending', 'accepted', 'declined', 'revoked', 'expired')),
    invited_by text not null references profiles (id),
    created_at text not null,
    sent_at text not null,
    expires_at text not null,
    answered_at text
  ) strict`,
  // One live invitation per address and workspace
  `create unique index invitations_live on invitations (workspace_id, email)
    where status = 'pending'`,
  `create index invitations_by_email on invitations (email, workspace_id, sent_at)`,
  `create index invitations_by_workspace on invitations (workspace_id, id)`,
  `create table invitation_teams (
    invitation_id text not null references invitations (id),
    team_id text not null references teams (id),
    role text not null check (role in ('lead', 'member', 'commentator')),
    primary key (invitation_id, team_id)
  ) strict, without rowid`,

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
];
