import { sql } from "kysely";
import type { Db } from "../core/operation.ts";

/** What a project or a milestone counts: its published tasks that are not archived. */
const counts = (owner: "project_id" | "milestone_id") =>
  sql`select ${sql.ref(owner)} as owner_id, team_id, status, count(*) as tasks from tasks
    where project_id is not null and ${sql.ref(owner)} is not null and draft = 0
      and archived_at is null group by 1, 2, 3`;

/** The rows that `project_task_counts` should hold. */
export const expectedCounts = sql`${counts("project_id")} union all ${counts("milestone_id")}`;

/** Counts the tasks of every project and milestone anew; triggers have a derived status follow. */
export async function recountProjects(tx: Db) {
  await sql`update project_task_counts set tasks = 0 where tasks <> 0 and (owner_id, team_id, status)
    not in (select owner_id, team_id, status from (${expectedCounts}))`.execute(tx);
  await sql`insert into project_task_counts (owner_id, team_id, status, tasks)
    select owner_id, team_id, status, tasks from (${expectedCounts}) where true
    on conflict (owner_id, team_id, status) do update set tasks = excluded.tasks
    where tasks <> excluded.tasks`.execute(tx);
}
