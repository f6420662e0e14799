import { z } from "zod";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { boxFields, setCheckbox } from "../text/checkbox.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { locateTask } from "./locate.ts";
import { requireTaskChanger } from "./permission.ts";
import { changeTask } from "./update.ts";

/**
 * Checks or unchecks a checkbox in the current description of a task. Simultaneous changes all take effect.
 * @throws NotFound; Forbidden unless a task writer or its creator; Conflict if it or its team is archived, or if no
 *   checkbox matches the text
 */
export const setTaskCheckbox = operation({
  name: "tasks.tick",
  scope: "tasks.write",
  input: z.strictObject({ taskId: keys.task, ...boxFields }),
  async run(context, { taskId, done, at, words }): Promise<VersionedTask> {
    const task = await locateTask(context, taskId);
    requireTaskChanger(context.actor, task, ["description"]);
    const patch = { description: setCheckbox(task.description ?? "", { at, words }, done) };
    await changeTask(context, { taskId: task.id, patch });
    return await readTask(context, task.id);
  },
});
