import { entryPagePath, entryPath, taskPath, tasksPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { undoTasks } from "../../domain/undo/undo_tasks.ts";
import { MOST_NAMED } from "../../domain/tasks/refused_tasks.ts";
import { describeSkippedTasks } from "../../domain/undo/describe_skipped_tasks.ts";
import { type Action, action, type ActionMessage, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { checked, optional } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import { describeUndo, type Undone } from "./describe_undo.ts";

/** Undoes what one did to tasks; with `backTo` all that one did to one of them from that entry on. */
export const undo: Action = action({
  path: entryPagePath,
  button: "act=undo",
  form: { backTo: optional, alone: checked },
  does: (asked, { perform, params: { activityId } }) =>
    perform(undoTasks, { activityId, ...asked }),
  says({ tasks, left, ...undone }, _asked, at) {
    const back = parseJson(tasks);
    const { text, ...others } = {
      ...backOf(back, { ...undone, clock: pageClockOf(at) }),
      ...wayBack(at.act, undone.again ? {} : { name: "Redo" }),
    };
    if (left.length === 0) return { text, ...others };
    const alone = back.length === 1 && left.length === 1 && left[0]!.taskId === back[0]!.id;
    const but = alone
      ? `But not all: ${left[0]!.message}`
      : `But not ${describeSkippedTasks(left)}`;
    return { text: `${text} ${but}`, ...others, ...(left.length > MOST_NAMED && { left }) };
  },
  home: () => tasksPath,
});

/** What is said of the tasks that are as they were: of one where it is, since a move gave it another reference. */
function backOf(tasks: Task[], undone: Omit<Undone, "tasks">): ActionMessage {
  if (tasks.length > 1) {
    return {
      text: describeUndo({ tasks, ...undone }),
      selects: tasks.map(({ reference }) => reference),
    };
  }
  const { reference, archivedAt } = tasks[0]!;
  const is = archivedAt ? "is archived" : undone.again ? "has its changes again" : "is as it was";
  const text = `${reference} ${is}.`;
  return { text, link: { href: taskPath(reference), name: "Open" } };
}

/** What is said of something that was done to a task, with the way back where there is one. */
export function done<V>(text: string, { act }: ActionContext<V>): ActionMessage {
  return { text, ...wayBack(act) };
}

function wayBack({ id }: ActionContext<unknown>["act"], more?: Pick<Undo, "name">) {
  return id && { undo: { action: undo, path: entryPath(id), ...more } };
}
