import { entryPagePath, entryPath, tasksPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { undoTasks } from "../../domain/tasks/undo.ts";
import { action, type ActionMessage } from "../action.ts";
import type { ActionContext } from "../context.ts";

/** Takes back what one did to tasks. */
export const undo = action({
  path: entryPagePath,
  button: "act=undo",
  form: {},
  does: (_form, { perform, params: { activityId } }) => perform(undoTasks, { activityId }),
  says({ tasks, left }) {
    const [first, ...rest] = parseJson(tasks);
    const back = rest.length === 0
      ? `${first!.reference} is as it was.`
      : `${rest.length + 1} tasks are as they were.`;
    const [stays, ...others] = left;
    const more = others.length > 0 ? ` So it is with ${others.length} more.` : "";
    return { text: stays ? `${back} But not all: ${stays.message}${more}` : back };
  },
  home: () => tasksPath,
});

/** What is said of something that was done to a task, with the way back where there is one. */
export function done<V>(text: string, { act }: ActionContext<V>): ActionMessage {
  return { text, ...(act.id && { undo: { action: undo, path: entryPath(act.id) } }) };
}
