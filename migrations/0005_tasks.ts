import { type Kysely, sql } from "kysely";

/** Tasks, and what hangs on them. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table task_labels (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    name_key text not null,
    color text not null,
    description text,
    version integer not null default 1,
    created_at text not null,
    archived_at text
  ) strict`,
  `create index task_labels_by_workspace on task_labels (workspace_id, name collate nocase)`,
  `create unique index task_labels_by_name on task_labels (workspace_id, name_key)
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
  // Ids sort by the time they were made, so an index that ends in id serves "newest first" and its cursor
  `create index tasks_newest on tasks (workspace_id, id) where archived_at is null`,
  `create index tasks_drafts on tasks (workspace_id, id) where archived_at is null and draft = 1`,
  `create index tasks_archived on tasks (workspace_id, id) where archived_at is not null`,
  `create index tasks_by_status on tasks (workspace_id, status, id) where archived_at is null`,
  `create index tasks_by_priority on tasks (workspace_id, priority, id) where archived_at is null`,
  `create index tasks_by_update on tasks (workspace_id, updated_at, id) where archived_at is null`,
  `create index tasks_by_team on tasks (team_id, id) where archived_at is null`,
  `create index tasks_by_team_status on tasks (team_id, status, id) where archived_at is null`,
  `create index tasks_by_assignee on tasks (assignee_id, id)
    where archived_at is null and assignee_id is not null`,
  `create index tasks_by_assignee_status on tasks (assignee_id, status, id)
    where archived_at is null and assignee_id is not null`,
  `create index tasks_by_creator on tasks (creator_id, id) where archived_at is null`,
  `create index tasks_by_parent on tasks (parent_id, id) where parent_id is not null`,
  // By deadline, where tasks without one come last either way
  `create index tasks_by_deadline on tasks (workspace_id, ifnull(deadline_at, '~'), id)
    where archived_at is null`,
  `create index tasks_by_deadline_back on tasks (workspace_id, ifnull(deadline_at, ''), id)
    where archived_at is null`,
  `create index tasks_newest_due on tasks (workspace_id, id, deadline_at)
    where archived_at is null and deadline_at is not null`,
  // By project; without one, too, for the rest of a list grouped by project
  `create index tasks_by_project on tasks (workspace_id, project_id, id) where archived_at is null`,
  `create index tasks_by_project_status on tasks (project_id, status, id)
    where archived_at is null and project_id is not null`,
  `create index tasks_by_project_priority on tasks (project_id, priority, id)
    where archived_at is null and project_id is not null`,
  `create index tasks_by_project_update on tasks (project_id, updated_at, id)
    where archived_at is null and project_id is not null`,
  `create index tasks_by_project_deadline on tasks (project_id, ifnull(deadline_at, '~'), id)
    where archived_at is null and project_id is not null`,
  `create index tasks_by_project_deadline_back on tasks (project_id, ifnull(deadline_at, ''), id)
    where archived_at is null and project_id is not null`,
  `create index tasks_by_milestone on tasks (milestone_id, id)
    where archived_at is null and milestone_id is not null`,
  // A task that moved to another team keeps answering to the reference it had
  `create table task_former_references (
    workspace_id text not null references workspaces (id),
    reference text not null,
    task_id text not null references tasks (id),
    primary key (workspace_id, reference)
  ) strict, without rowid`,
  `create index task_former_references_by_task on task_former_references (task_id)`,

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
  `create table task_resources (
    id text primary key,
    task_id text not null references tasks (id),
    title text not null,
    url text not null,
    creator_id text not null references profiles (id),
    version integer not null default 1,
    created_at text not null,
    unique (task_id, url)
  ) strict`,

  `create table task_templates (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    name_key text not null,
    team_id text references teams (id),
    title text,
    description text,
    priority integer,
    status text check (status in ('backlogged', 'planned', 'progressed', 'completed', 'cancelled')),
    assignee_id text references profiles (id),
    label_ids text not null default '[]',
    version integer not null default 1,
    created_at text not null,
    updated_at text not null,
    archived_at text
  ) strict`,
  `create index task_templates_by_workspace on task_templates (workspace_id, name collate nocase)`,
  `create unique index task_templates_by_name on task_templates (workspace_id, name_key)
    where archived_at is null`,
];
