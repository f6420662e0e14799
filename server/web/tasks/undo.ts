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

/** Undoes a change of tasks. With `backTo`, undoes all changes of one task from that activity on. */
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
    const rest = alone ? left[0]!.message : describeSkippedTasks(left);
    const but = `${alone ? "Some changes weren't" : "Not"} ${
      undone.again ? "redone" : "undone"
    }: ${rest}`;
    return { text: `${text}. ${but}`, ...others, ...(left.length > MOST_NAMED && { left }) };
  },
  home: () => tasksPath,
});

/** Returns the message for undone tasks. A single task gets a link, because an undone move changes its reference. */
function backOf(tasks: Task[], undone: Omit<Undone, "tasks">): ActionMessage {
  if (tasks.length > 1) {
    return {
      text: describeUndo({ tasks, ...undone }),
      selects: tasks.map(({ reference }) => reference),
    };
  }
  const { reference, archivedAt } = tasks[0]!;
  const did = undone.again ? "Redone" : "Undone";
  const text = archivedAt ? `${reference} archived` : `${did}: changes to ${reference}`;
  return { text, link: { href: taskPath(reference), name: "Open" } };
}

/** Returns the message for a change of a task, with its Undo if it can be undone. */
export function done<V>(text: string, { act }: ActionContext<V>): ActionMessage {
  return { text, ...wayBack(act) };
}

function wayBack({ id }: ActionContext<unknown>["act"], more?: Pick<Undo, "name">) {
  return id && { undo: { action: undo, path: entryPath(id), ...more } };
}
