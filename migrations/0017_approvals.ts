import { type Kysely, sql } from "kysely";

/** Requests for approval on tasks, and whether one's single-key shortcuts are on. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
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
  `alter table users add column shortcuts integer not null default 1`,
];
