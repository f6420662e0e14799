import { z } from "zod";
import { readHistory } from "../activity/history.ts";
import { pageFields } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateTask } from "./locate.ts";

/** All that happened to a task, newest first. Its record carries the latest of it. @throws NotFound */
export const listTaskActivity = query({
  name: "tasks.activity",
  scope: "tasks.read",
  input: z.strictObject({ taskId: keys.task, ...pageFields }),
  async run({ db, actor }, { taskId, ...page }) {
    return await readHistory(db, actor, (await locateTask(db, actor, taskId)).id, page);
  },
});
