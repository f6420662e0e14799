import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";

/** Gives a task a new version because something that its record shows has changed. */
export async function touchTask({ tx }: WriteContext, taskId: string): Promise<void> {
  await sql`update tasks set version = version + 1 where id = ${taskId}`.execute(tx);
}

/** Updates the version of every task whose record names this one: its parent, sub-tasks, and relations. */
export async function touchNeighbours({ tx }: WriteContext, taskId: string): Promise<void> {
  await sql`
    update tasks set version = version + 1 where id in (
      select parent_id from tasks where id = ${taskId}
      union all select id from tasks where parent_id = ${taskId}
      union all select other_id from task_relations where task_id = ${taskId}
      union all select task_id from task_relations where other_id = ${taskId})`.execute(tx);
}
