import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { locateTask, noSuchTask } from "./locate.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import type { Task } from "./schema.ts";

/**
 * Reads a task as in lists, archived or not. Its whole record can be megabytes, and menus don't need it.
 * @throws NotFound if the task doesn't exist or the actor can't see it
 */
export const findTaskRow = query({
  name: "tasks.findRow",
  scope: "tasks.read",
  input: z.strictObject({ taskId: keys.task }),
  run: async (context, { taskId }) =>
    await readTaskRow(context, (await locateTask(context, taskId)).id),
});

/** @param id the ID of a located task */
export async function readTaskRow(
  { db, actor, services }: ReadContext<Member>,
  id: string,
): Promise<Json<Task>> {
  const { rows } = await sql<{ json: Json<Task> }>`
    select json_object(${taskJsonFields(services.settings.origin)}) as json
    from tasks t ${taskJoinsFor(actor)} where t.id = ${id}`.execute(db);
  if (!rows[0]) throw noSuchTask(id);
  return rows[0].json;
}
