import { type Kysely, sql } from "kysely";

/** Workspaces, who is in them, and who is invited. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table workspaces (
    id text primary key,
    name text not null,
    time_zone text not null default 'UTC',
    revision integer not null default 1,
    version integer not null default 1,
    created_at text not null
  ) strict`,

  `create table profiles (
    id text primary key,
    workspace_id text not null references workspaces (id),
    user_id text references users (id),
    kind text not null check (kind in ('human', 'agent')),
    role text check (role in ('owner', 'admin', 'member')),
    name text not null,
    username text not null,
    title text,
    bio text,
    version integer not null default 1,
    created_at text not null,
    removed_at text,
    unique (workspace_id, username)
  ) strict`,
  `create unique index profiles_by_user on profiles (user_id, workspace_id) where user_id is not null`,
  `create index profiles_in_order on profiles (workspace_id, name collate nocase, id)
    where removed_at is null`,

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
  `create index invitations_by_sender on invitations (invited_by, sent_at)`,
  `create table invitation_teams (
    invitation_id text not null references invitations (id),
    team_id text not null references teams (id),
    role text not null check (role in ('lead', 'member', 'commentator')),
    primary key (invitation_id, team_id)
  ) strict, without rowid`,
];
