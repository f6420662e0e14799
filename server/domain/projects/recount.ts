import { type Selectable, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Db, WriteContext } from "../core/operation.ts";

/** Returns the counts of a project or milestone: its published, active tasks. */
const counts = (owner: "project_id" | "milestone_id") =>
  sql`select ${sql.ref(owner)} as owner_id, team_id, status, count(*) as tasks from tasks
    where project_id is not null and ${sql.ref(owner)} is not null and draft = 0
      and archived_at is null group by 1, 2, 3`;

/** The correct rows of `project_task_counts`. */
export const expectedCounts = sql`${counts("project_id")} union all ${counts("milestone_id")}`;

/** Recounts the tasks of every project and milestone. Triggers update derived statuses. */
export async function recountProjects(tx: Db) {
  await sql`update project_task_counts set tasks = 0 where tasks <> 0 and (owner_id, team_id, status)
    not in (select owner_id, team_id, status from (${expectedCounts}))`.execute(tx);
  await sql`insert into project_task_counts (owner_id, team_id, status, tasks)
    select owner_id, team_id, status, tasks from (${expectedCounts}) where true
    on conflict (owner_id, team_id, status) do update set tasks = excluded.tasks
    where tasks <> excluded.tasks`.execute(tx);
}

/**
 * Counts a new task for its project and milestone. Triggers count later changes. For an insert with a trigger, SQLite
 * would first copy every page that it writes to.
 */
export async function countNewTask(
  { tx, now }: WriteContext,
  task: Pick<
    Selectable<Tables["tasks"]>,
    "project_id" | "milestone_id" | "team_id" | "status" | "draft"
  >,
): Promise<void> {
  if (task.draft) return;
  for (const ownerId of [task.project_id, task.milestone_id]) {
    if (ownerId === null) continue;
    await sql`insert into project_task_counts (owner_id, team_id, status, tasks, day)
      values (${ownerId}, ${task.team_id}, ${task.status}, 1, ${dayOf(now)})
      on conflict (owner_id, team_id, status) do update
      set tasks = tasks + 1, day = max(day, excluded.day)`.execute(tx);
  }
}

/** Returns the UTC day for daily progress. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
