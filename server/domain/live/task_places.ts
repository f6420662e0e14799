import { sql } from "kysely";
import type { ReadContext } from "../core/operation.ts";
import { sees } from "../visibility/readers.ts";
import type { News } from "./topics.ts";

/** Returns the teams and projects of tasks, which decide who can receive news about them. */
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

/** Returns the people at tasks who can't see them, or can't anymore. */
export async function readWithoutAccess<T extends { taskId: string; profileId: string }>(
  { db }: ReadContext,
  those: readonly T[],
): Promise<T[]> {
  if (those.length === 0) return [];
  const pairs = JSON.stringify(those.map(({ taskId, profileId }) => [taskId, profileId]));
  const { rows } = await sql<{ taskId: string; profileId: string }>`
    select t.id as "taskId", p.id as "profileId" from json_each(${pairs}) j
      join tasks t on t.id = j.value ->> 0
      join profiles p on p.id = j.value ->> 1 and p.workspace_id = t.workspace_id
    where ${sees(sql`t.team_id`)}`.execute(db);
  const seen = new Set(rows.map(({ taskId, profileId }) => `${taskId} ${profileId}`));
  return those.filter(({ taskId, profileId }) => !seen.has(`${taskId} ${profileId}`));
}
