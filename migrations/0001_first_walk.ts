import { type Kysely, sql } from "kysely";

/** People and how they sign in, workspaces, teams, workflows, labels, tasks, activity and the search index. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // People and how they sign in
  `create table users (
    id text primary key,
    email text not null unique,
    name text not null,
    theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
    created_at text not null
  ) strict`,
  `create table one_time_codes (
    email text not null,
    purpose text not null check (purpose in ('signin', 'signup')),
    salt text not null,
    code_hash text not null,
    sent_at text not null,
    expires_at text not null,
    primary key (email, purpose)
  ) strict`,
  `create table sign_in_locks (
    email text primary key,
    failures integer not null,
    last_failure_at text not null,
    locked_until text
  ) strict`,
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
  `create table session_tokens (
    hash text primary key,
    session_id text not null references sessions (id),
    kind text not null check (kind in ('cookie', 'access', 'refresh')),
    expires_at text not null,
    used_at text
  ) strict, without rowid`,
  `create index session_tokens_by_session on session_tokens (session_id)`,

  // Workspaces, profiles, teams
  `create table workspaces (
    id text primary key,
    name text not null,
    time_zone text not null default 'UTC',
    revision integer not null default 1,
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
    created_at text not null,
    removed_at text,
    unique (workspace_id, username)
  ) strict`,
  `create unique index profiles_by_user on profiles (user_id, workspace_id) where user_id is not null`,
  `create table workflows (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    is_default integer not null default 0,
    created_at text not null
  ) strict`,
  `create index workflows_by_workspace on workflows (workspace_id)`,
  `create table workflow_states (
    id text primary key,
    workflow_id text not null references workflows (id),
    name text not null,
    status text not null
      check (status in ('backlogged', 'planned', 'progressed', 'completed', 'cancelled')),
    position integer not null
  ) strict`,
  `create index workflow_states_in_order on workflow_states (workflow_id, status, position)`,
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
    created_at text not null,
    archived_at text,
    unique (workspace_id, key)
  ) strict`,
  `create table team_members (
    team_id text not null references teams (id),
    profile_id text not null references profiles (id),
    role text not null check (role in ('lead', 'member', 'commentator')),
    created_at text not null,
    primary key (team_id, profile_id)
  ) strict, without rowid`,
  `create index team_members_by_profile on team_members (profile_id)`,

  // Tasks and their labels
  `create table task_labels (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    color text not null,
    description text,
    created_at text not null,
    archived_at text
  ) strict`,
  `create unique index task_labels_by_name on task_labels (workspace_id, name collate nocase)
    where archived_at is null`,
  `create table tasks (
    seq integer primary key,
    id text not null unique,
    workspace_id text not null references workspaces (id),
    team_id text not null references teams (id),
    number integer not null,
    title text not null,
    description text,
    status text not null
      check (status in ('backlogged', 'planned', 'progressed', 'completed', 'cancelled')),
    state_id text not null references workflow_states (id),
    priority integer not null default 0 check (priority between 0 and 4),
    assignee_id text references profiles (id),
    creator_id text not null references profiles (id),
    parent_id text references tasks (id),
    project_id text,
    milestone_id text,
    deadline_at text,
    draft integer not null default 0,
    version integer not null default 1,
    created_at text not null,
    updated_at text not null,
    completed_at text,
    archived_at text,
    unique (team_id, number)
  ) strict`,
  // Ids sort by the time they were made, so an index that ends in id serves "newest first" and its cursor.
  `create index tasks_newest on tasks (workspace_id, id) where archived_at is null`,
  `create index tasks_by_status on tasks (workspace_id, status, id) where archived_at is null`,
  `create index tasks_by_team on tasks (team_id, id) where archived_at is null`,
  `create index tasks_by_team_status on tasks (team_id, status, id) where archived_at is null`,
  `create index tasks_by_assignee on tasks (assignee_id, id)
    where archived_at is null and assignee_id is not null`,
  `create index tasks_by_assignee_status on tasks (assignee_id, status, id)
    where archived_at is null and assignee_id is not null`,
  `create index tasks_by_priority on tasks (workspace_id, priority, id) where archived_at is null`,
  `create index tasks_by_update on tasks (workspace_id, updated_at, id) where archived_at is null`,
  `create index tasks_by_deadline on tasks (workspace_id, deadline_at, id)
    where archived_at is null and deadline_at is not null`,
  `create index tasks_by_parent on tasks (parent_id, id) where parent_id is not null`,
  // A task that moved to another team keeps answering to the reference it had
  `create table task_former_references (
    workspace_id text not null references workspaces (id),
    reference text not null,
    task_id text not null references tasks (id),
    primary key (workspace_id, reference)
  ) strict, without rowid`,
  `create table task_label_links (
    task_id text not null references tasks (id),
    label_id text not null references task_labels (id),
    primary key (task_id, label_id)
  ) strict, without rowid`,
  `create index task_label_links_by_label on task_label_links (label_id, task_id)`,
  `create table task_relations (
    task_id text not null references tasks (id),
    kind text not null check (kind in ('blocks', 'relatesTo', 'duplicates')),
    other_id text not null references tasks (id),
    created_at text not null,
    primary key (task_id, kind, other_id)
  ) strict, without rowid`,
  `create index task_relations_by_other on task_relations (other_id)`,
  `create table comments (
    id text primary key,
    workspace_id text not null references workspaces (id),
    task_id text not null references tasks (id),
    author_id text not null references profiles (id),
    body text not null,
    created_at text not null,
    edited_at text,
    deleted_at text
  ) strict`,
  `create index comments_by_task on comments (task_id, id) where deleted_at is null`,

  // What happened
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
    created_at text not null
  ) strict`,
  `create index activity_by_subject on activity (subject_id, seq)`,
  `create index activity_by_workspace on activity (workspace_id, seq)`,

  // Full-text search: one document a record; the index keeps no second copy of the text
  `create table search_documents (
    seq integer primary key,
    workspace_id text not null references workspaces (id),
    kind text not null,
    record_id text not null unique
  ) strict`,
  `create virtual table search_index using fts5 (
    keys, title, body, tokenize = 'trigram', content = '', contentless_delete = 1
  )`,
];
