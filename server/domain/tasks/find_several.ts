import { sql } from "kysely";
import { z } from "zod";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { cacheKeyOf, type TaskCacheKey } from "./cache_keys.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import { MOST_AT_ONCE, type Task } from "./schema.ts";

/** A task's record with its cache key at the same moment. */
export interface TaskWithCacheKey {
  cacheKey: TaskCacheKey;
  record: Json<Task>;
}

/** Reads visible tasks, as in lists, in no order. */
export const findSeveralTasks = query({
  name: "tasks.findSeveral",
  scope: "tasks.read",
  input: z.strictObject({ ids: z.array(keys.task).max(MOST_AT_ONCE) }),
  async run({ db, actor, services }, { ids }): Promise<TaskWithCacheKey[]> {
    const { json, joins } = cacheKeyOf(actor);
    const { rows } = await sql<{ cacheKey: string; record: Json<Task> }>`
      select ${json} as cacheKey, json_object(${taskJsonFields(services.settings.origin)}) as record
      from json_each(${JSON.stringify(ids)}) asked cross join tasks t on t.id = asked.value
      ${taskJoinsFor(actor)} ${joins}
      where t.workspace_id = ${actor.workspace.id} ${andUnhidden(actor, "t.team_id")}`.execute(db);
    return rows.map(({ cacheKey, record }) => ({ cacheKey: JSON.parse(cacheKey), record }));
  },
});
