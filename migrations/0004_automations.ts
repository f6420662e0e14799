import { type Kysely, sql } from "kysely";

/** Automations, the agents that they act as, and secrets: theirs and people's. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // An automation's own profile is the author of what it does without an agent
  `create table automations (
    id text primary key,
    workspace_id text not null references workspaces (id),
    profile_id text not null unique references profiles (id),
    name text not null,
    description text,
    provider_type text not null,
    scopes text not null,
    every_public_team integer not null default 0 check (every_public_team in (0, 1)),
    version integer not null default 1,
    created_at text not null,
    updated_at text not null,
    suspended_at text
  ) strict`,
  `create index automations_newest on automations (workspace_id, id)`,
  `create table automation_teams (
    automation_id text not null references automations (id),
    team_id text not null references teams (id),
    primary key (automation_id, team_id)
  ) strict, without rowid`,
  `create index automation_teams_by_team on automation_teams (team_id)`,
  // An agent's teams are its profile's memberships
  `create table agents (
    id text primary key,
    workspace_id text not null references workspaces (id),
    automation_id text not null references automations (id),
    profile_id text not null unique references profiles (id),
    role text not null check (role in ('member', 'commentator')),
    version integer not null default 1,
    created_at text not null,
    updated_at text not null,
    suspended_at text
  ) strict`,
  `create index agents_newest on agents (workspace_id, id)`,
  `create index agents_by_automation on agents (automation_id, id)`,

  // Long-lived secrets: a person's tokens and the automations' secrets. A dead one stays, because history names it
  `create table credentials (
    id text primary key,
    kind text not null check (kind in ('pat', 'automation')),
    user_id text references users (id),
    automation_id text references automations (id),
    workspace_id text references workspaces (id),
    label text not null,
    prefix text not null,
    hash text not null unique,
    scopes text,
    created_at text not null,
    expires_at text,
    last_used_at text,
    revoked_at text,
    check ((kind = 'pat') = (user_id is not null and scopes is not null)),
    check ((kind = 'automation') = (automation_id is not null))
  ) strict`,
  `create index credentials_by_user on credentials (user_id, id)
    where user_id is not null and revoked_at is null`,
  `create unique index credentials_one_live_secret on credentials (automation_id)
    where automation_id is not null and revoked_at is null`,
  // What a secret was exchanged for
  `create table automation_tokens (
    hash text primary key,
    credential_id text not null references credentials (id),
    expires_at text not null
  ) strict, without rowid`,
  `create index automation_tokens_by_credential on automation_tokens (credential_id, expires_at)`,
  `create index automation_tokens_by_end on automation_tokens (expires_at)`,
];
