import { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { boxFields, setCheckbox } from "../text/checkbox.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { readTaskRow } from "./find_row.ts";
import { locateTask } from "./locate.ts";
import { requireTaskChanger } from "./permission.ts";
import type { Task } from "./schema.ts";
import { changeTask } from "./update.ts";

const TaskBox = z.strictObject({ taskId: keys.task, ...boxFields });

/**
 * Checks or unchecks a checkbox in the current description of a task. Simultaneous changes all take effect.
 * @throws NotFound; Forbidden unless a task writer or its creator; Conflict if it or its team is archived, or if no
 *   checkbox matches the text
 */
export const setTaskCheckbox = operation({
  name: "tasks.tick",
  scope: "tasks.write",
  input: TaskBox,
  run: async (context, input): Promise<VersionedTask> =>
    await readTask(context, await setCheckboxOf(context, input)),
});

/** Checks or unchecks a checkbox in the same way, and returns the task as in lists. */
export const setTaskRowCheckbox = operation({
  name: "tasks.tickRow",
  scope: "tasks.write",
  input: TaskBox,
  run: async (context, input): Promise<Json<Task>> =>
    await readTaskRow(context, await setCheckboxOf(context, input)),
});

/** Changes the checkbox, and returns the task's ID. */
async function setCheckboxOf(
  context: WriteContext<Member>,
  { taskId, done, at, words }: z.output<typeof TaskBox>,
): Promise<string> {
  const task = await locateTask(context, taskId);
  requireTaskChanger(context.actor, task, ["description"]);
  const patch = { description: setCheckbox(task.description ?? "", { at, words }, done) };
  return (await changeTask(context, { taskId: task.id, patch })).id;
}
