import { sql } from "kysely";
import type { ReadContext } from "../core/operation.ts";
import type { News } from "./topics.ts";

/** Where some tasks are, as news of them that decides who may hear of anything there. */
export async function readTaskPlaces(
  { db }: ReadContext,
  taskIds: readonly string[],
): Promise<(News & { taskId: string })[]> {
  const { rows } = await sql<{ id: string; workspaceId: string; teamId: string }>`
    select id, workspace_id as "workspaceId", team_id as "teamId" from tasks
    where id in (select value from json_each(${JSON.stringify(taskIds)}))`.execute(db);
  return rows.map(({ id, workspaceId, teamId }) => ({
    taskId: id,
    topic: `task:${id}`,
    workspaceId,
    seeing: [[teamId]],
  }));
}
