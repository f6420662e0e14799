import { type Kysely, sql } from "kysely";

/** A team's order by hand, and the days on which tasks were completed beside the order of lists. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Null is the task's own id: a team stands newest first until somebody places one, and a new task costs nothing
  `alter table tasks add column position text`,
  `create index tasks_by_position on tasks (team_id, ifnull(position, id), id)
    where archived_at is null`,
  `create index tasks_by_status_position on tasks (team_id, status, ifnull(position, id), id)
    where archived_at is null`,
  // The groups of a team by person and by project, most of which have few or none of its tasks
  `create index tasks_by_assignee_position
    on tasks (team_id, assignee_id, ifnull(position, id), id) where archived_at is null`,
  `create index tasks_by_project_position
    on tasks (team_id, project_id, ifnull(position, id), id) where archived_at is null`,
  `create index tasks_newest_completed on tasks (workspace_id, id, completed_at)
    where archived_at is null and completed_at is not null`,
];
