import { type Kysely, sql } from "kysely";

/** What people say about tasks and hear of them: comments, followers, resources, the inbox, task templates. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table comments add column version integer not null default 1`,
  // Creators and assignees follow without a row; a row says that somebody else does, or that they don't want to
  `create table task_follows (
    task_id text not null references tasks (id),
    profile_id text not null references profiles (id),
    following integer not null,
    created_at text not null,
    primary key (task_id, profile_id)
  ) strict, without rowid`,
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
  `create index tasks_drafts on tasks (workspace_id, id) where archived_at is null and draft = 1`,
  `create index tasks_archived on tasks (workspace_id, id) where archived_at is not null`,

  // The inbox. A recipient is a profile, or a user for what reaches them before they have a profile here
  `create table notifications (
    id text primary key,
    workspace_id text not null references workspaces (id),
    recipient_id text not null,
    kind text not null check (kind in
      ('mention', 'assignment', 'invitation', 'viewUpdate', 'comment', 'status', 'approval')),
    subject_kind text not null,
    subject_id text not null,
    actor_id text references profiles (id),
    comment_id text references comments (id),
    data text not null,
    latest integer not null default 1,
    created_at text not null,
    read_at text,
    archived_at text
  ) strict`,
  // One entry a subject: its newest notification, which stands for the older ones too
  `create unique index notifications_latest on notifications (recipient_id, subject_id)
    where latest = 1`,
  `create index notifications_by_subject on notifications (recipient_id, subject_id, id)`,
  `create index notifications_in_inbox on notifications (recipient_id, id)
    where latest = 1 and archived_at is null`,
  `create index notifications_unread on notifications (recipient_id, id)
    where latest = 1 and archived_at is null and read_at is null`,
  `create index notifications_archived on notifications (recipient_id, id)
    where latest = 1 and archived_at is not null`,

  `create table task_templates (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
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
  `create unique index task_templates_by_name on task_templates (workspace_id, name collate nocase)
    where archived_at is null`,
];
