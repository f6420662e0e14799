import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateTask } from "./locate.ts";

/**
 * The id of a task, and nothing of what it says: whether it is there at all.
 * @throws NotFound when there is none, or none for this actor
 */
export const findTaskId = query({
  name: "tasks.findId",
  scope: "tasks.read",
  input: z.strictObject({ taskId: keys.task }),
  run: async (context, { taskId }): Promise<string> => (await locateTask(context, taskId)).id,
});
