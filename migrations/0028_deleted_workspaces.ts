import { type Kysely, sql } from "kysely";

/**
 * A workspace that was deleted is there for nobody from then on; what it held is erased a slice at a time, until its own
 * row goes last.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table workspaces add column deleted_at text",
  "create index workspaces_to_erase on workspaces (deleted_at) where deleted_at is not null",
  // Whoever deletes a row has the database look for those that point at it: not from end to end, in thousands of
  // tasks and comments. An index of some rows alone doesn't serve that
  "drop index comments_by_task",
  "create index comments_by_task on comments (task_id, id)",
  `create index notifications_of_comment on notifications (comment_id)
    where comment_id is not null`,
  `create index credentials_of_workspace on credentials (workspace_id)
    where workspace_id is not null`,
  `create index credentials_of_automation on credentials (automation_id)
    where automation_id is not null`,
];
