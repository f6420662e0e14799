import { z } from "zod";
import { readHistory } from "../activity/read_history.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateTask } from "./locate.ts";

/** Lists a task's activity, newest first. The task's record contains the latest entries. @throws NotFound */
export const listTaskActivity = query({
  name: "tasks.activity",
  scope: "tasks.read",
  input: z.strictObject({ taskId: keys.task, ...pageFields }),
  async run(context, { taskId, ...page }) {
    const { id } = await locateTask(context, taskId);
    return await readHistory(context, { kind: "task", id }, page);
  },
});
