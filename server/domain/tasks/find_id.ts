import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateTask } from "./locate.ts";

/**
 * Returns only a task's ID, to check that it exists.
 * @throws NotFound if the task doesn't exist or the actor can't see it
 */
export const findTaskId = query({
  name: "tasks.findId",
  scope: "tasks.read",
  input: z.strictObject({ taskId: keys.task }),
  run: async (context, { taskId }): Promise<string> => (await locateTask(context, taskId)).id,
});
