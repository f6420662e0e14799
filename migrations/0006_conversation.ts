import { type Kysely, sql } from "kysely";

/** What people say about tasks and hear of them: comments, approvals, followers, the inbox. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table comments (
    id text primary key,
    workspace_id text not null references workspaces (id),
    task_id text not null references tasks (id),
    author_id text not null references profiles (id),
    body text not null,
    version integer not null default 1,
    created_at text not null,
    edited_at text,
    deleted_at text
  ) strict`,
  `create index comments_by_task on comments (task_id, id) where deleted_at is null`,

  `create table approvals (
    id text primary key,
    workspace_id text not null references workspaces (id),
    task_id text not null references tasks (id),
    asker_id text not null references profiles (id),
    approver_id text not null references profiles (id),
    body text not null,
    state text not null default 'open' check (state in ('open', 'approved', 'declined', 'withdrawn')),
    comment text,
    version integer not null default 1,
    created_at text not null,
    closed_at text
  ) strict`,
  `create unique index approvals_open on approvals (task_id, asker_id, approver_id)
    where state = 'open'`,
  // Each list walks an index of its own, newest first
  `create index approvals_of_task on approvals (task_id, id)`,
  // A task's record shows those that wait: it mustn't walk past all that were ever decided
  `create index approvals_that_wait_on_task on approvals (task_id, id) where state = 'open'`,
  `create index approvals_of_workspace on approvals (workspace_id, id)`,
  `create index approvals_by_state on approvals (workspace_id, state, id)`,
  `create index approvals_of_approver on approvals (approver_id, id)`,
  `create index approvals_that_wait on approvals (approver_id, state, id)`,

  // Creators and assignees follow without a row; a row says that somebody else does, or that they don't want to
  `create table task_follows (
    task_id text not null references tasks (id),
    profile_id text not null references profiles (id),
    following integer not null,
    created_at text not null,
    primary key (task_id, profile_id)
  ) strict, without rowid`,

  // A recipient is a profile, or a user for what reaches them before they have a profile here
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
    arrived_id text,
    arrivals integer not null default 0,
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
];
