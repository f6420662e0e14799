import { type Kysely, sql } from "kysely";

/** Teams, and the workflows that their tasks go through. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // A name is told apart by its key, which folds case and composition as Unicode has it; SQLite knows ASCII's alone
  `create table workflows (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    name_key text not null,
    is_default integer not null default 0,
    version integer not null default 1,
    created_at text not null,
    archived_at text
  ) strict`,
  `create index workflows_by_workspace on workflows (workspace_id)`,
  `create unique index workflows_by_name on workflows (workspace_id, name_key)
    where archived_at is null`,
  `create table workflow_states (
    id text primary key,
    workflow_id text not null references workflows (id),
    name text not null,
    status text not null
      check (status in ('backlogged', 'planned', 'progressed', 'completed', 'cancelled')),
    position integer not null,
    removed_at text
  ) strict`,
  `create index workflow_states_in_order on workflow_states (workflow_id, status, position)`,
  // A task keeps the state that it was given. Where its team's workflow has that state no more, or never had, the
  // state that stands in for it is written here once, instead of into every task
  `create table state_successors (
    workflow_id text not null references workflows (id),
    state_id text not null references workflow_states (id),
    successor_id text not null references workflow_states (id),
    primary key (workflow_id, state_id)
  ) strict, without rowid`,

  `create table teams (
    id text primary key,
    workspace_id text not null references workspaces (id),
    key text not null,
    name text not null,
    description text,
    expertise_area text,
    private integer not null default 0,
    workflow_id text not null references workflows (id),
    next_number integer not null default 1,
    task_count integer not null default 0,
    version integer not null default 1,
    created_at text not null,
    archived_at text,
    unique (workspace_id, key)
  ) strict`,
  `create index teams_by_workflow on teams (workflow_id)`,
  `create index teams_private on teams (workspace_id) where private = 1`,
  `create index teams_in_order on teams (workspace_id, name collate nocase, id)`,
  // A team that got another key keeps answering to the one it had: one row a key, none a task
  `create table team_former_keys (
    workspace_id text not null references workspaces (id),
    key text not null,
    team_id text not null references teams (id),
    given_up_at text not null,
    primary key (workspace_id, key)
  ) strict, without rowid`,
  `create table team_members (
    team_id text not null references teams (id),
    profile_id text not null references profiles (id),
    role text not null check (role in ('lead', 'member', 'commentator')),
    created_at text not null,
    primary key (team_id, profile_id)
  ) strict, without rowid`,
  `create index team_members_by_profile on team_members (profile_id)`,
];
