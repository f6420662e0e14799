import { type Kysely, sql } from "kysely";

/** What lists of archived tasks are narrowed by: indexes that no write of another task has to keep. */
const indexes = [
  `create index tasks_archived_by_status on tasks (workspace_id, status, id)
    where archived_at is not null`,
  `create index tasks_archived_by_team on tasks (team_id, status, id)
    where archived_at is not null`,
  `create index tasks_archived_by_assignee on tasks (assignee_id, id)
    where archived_at is not null and assignee_id is not null`,
  `create index tasks_archived_by_project on tasks (project_id, id)
    where archived_at is not null and project_id is not null`,
];

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const index of indexes) await sql.raw(index).execute(db);
}
