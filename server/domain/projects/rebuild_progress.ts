import { sql } from "kysely";
import type { Db } from "../core/operation.ts";

/**
 * Recalculates the daily progress of a workspace's projects from their current tasks and the activity about statuses.
 * Tasks that left a project don't count on any day.
 */
export async function rebuildProgressDays(tx: Db, workspaceId: string): Promise<void> {
  const changes = sql`activity h on h.subject_id = t.id and h.kind = 'task.status_changed'`;
  await sql`
    insert into project_progress_days (project_id, team_id, status, day, tasks)
    with counted as (
      select id, project_id, team_id, status, created_at from tasks
      where workspace_id = ${workspaceId} and project_id is not null and draft = 0
        and archived_at is null),
    moves as (
      select t.project_id, t.team_id, coalesce((
          select json_extract(h.data, '$.from') from activity h
          where h.subject_id = t.id and h.kind = 'task.status_changed' order by h.seq limit 1),
        t.status) as status, substr(t.created_at, 1, 10) as day, 1 as tasks
      from counted t
      union all
      select t.project_id, t.team_id, json_extract(h.data, '$.to'), substr(h.created_at, 1, 10), 1
      from counted t join ${changes}
      union all
      select t.project_id, t.team_id, json_extract(h.data, '$.from'), substr(h.created_at, 1, 10), -1
      from counted t join ${changes}),
    days as (
      select project_id, team_id, status, day, sum(tasks) as tasks from moves group by 1, 2, 3, 4)
    select project_id, team_id, status, day,
      sum(tasks) over (partition by project_id, team_id, status order by day) from days where true
    on conflict (project_id, team_id, status, day) do update set tasks = excluded.tasks`
    .execute(tx);
}
