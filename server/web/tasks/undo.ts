import { entryPagePath, entryPath, taskPath, tasksPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { undoTasks } from "../../domain/undo/undo_tasks.ts";
import { action, type ActionMessage } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { optional, ticked } from "../forms.ts";

/** Takes back what one did to tasks; with `backTo` all that one did to one of them from that entry on. */
export const undo = action({
  path: entryPagePath,
  button: "act=undo",
  form: { backTo: optional, alone: ticked },
  does: (asked, { perform, params: { activityId } }) =>
    perform(undoTasks, { activityId, ...asked }),
  says({ tasks, left }) {
    const [stays, ...further] = left;
    const more = further.length > 0 ? ` So it is with ${further.length} more.` : "";
    const { text, ...others } = backOf(parseJson(tasks));
    return { text: stays ? `${text} But not all: ${stays.message}${more}` : text, ...others };
  },
  home: () => tasksPath,
});

/** What is said of the tasks that are as they were: of one where it is, since a move gave it another reference. */
function backOf([first, ...rest]: Task[]): ActionMessage {
  if (rest.length > 0) {
    const selects = [first!, ...rest].map(({ reference }) => reference);
    return { text: `${selects.length} tasks are as they were.`, selects };
  }
  const { reference, archivedAt } = first!;
  const text = archivedAt ? `${reference} is archived.` : `${reference} is as it was.`;
  return { text, link: { href: taskPath(reference), name: "Open" } };
}

/** What is said of something that was done to a task, with the way back where there is one. */
export function done<V>(text: string, { act }: ActionContext<V>): ActionMessage {
  return { text, ...(act.id && { undo: { action: undo, path: entryPath(act.id) } }) };
}
