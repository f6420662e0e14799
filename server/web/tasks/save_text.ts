import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { type Json, parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { updateTaskRow } from "../../domain/tasks/update.ts";
import { action, type ActionMessage, unchanged } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { number, text } from "../forms.ts";
import { done } from "./undo.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** Saves the title, unless it changed meanwhile. */
export const saveTitle = action({
  path: taskPagePath,
  button: "editing=title",
  closes: ["edit"],
  form: { title: text, version: number },
  does: ({ version, title }, { perform, params: { taskId } }) =>
    perform(updateTaskRow, { taskId, patch: { title, sinceVersion: version } }),
  says: (task, _form, at) => saved(task, "title", at),
  home,
});

/** Saves the description, unless it changed meanwhile. */
export const saveDescription = action({
  path: taskPagePath,
  button: "editing=description",
  closes: ["edit"],
  form: { description: text, version: number },
  does: ({ version, description }, { perform, params: { taskId } }) =>
    perform(updateTaskRow, { taskId, patch: { description, sinceVersion: version } }),
  says: (task, _form, at) => saved(task, "description", at),
  home,
});

function saved<V>(json: Json<Task>, text: string, at: ActionContext<V>): ActionMessage {
  const { reference, version } = parseJson(json);
  const message = at.act.id
    ? done(`${text === "title" ? "Title" : "Description"} of ${reference} changed`, at)
    : unchanged(`the ${text} of ${reference}`);
  return { ...message, version };
}
