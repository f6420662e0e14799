import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { updateTask } from "../../domain/tasks/update.ts";
import { action } from "../action.ts";
import { number, text } from "../forms.ts";
import { done } from "./undo.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** Saves the title, unless the task changed meanwhile. */
export const saveTitle = action({
  path: taskPagePath,
  button: "editing=title",
  closes: ["edit"],
  form: { title: text, version: number },
  does: ({ version, title }, { perform, params: { taskId } }) =>
    perform(updateTask, { taskId, version, patch: { title } }),
  says: ({ json }, _form, at) => done(`${parseJson(json).reference}: title changed.`, at),
  home,
});

/** Saves the description, unless the task changed meanwhile. */
export const saveDescription = action({
  path: taskPagePath,
  button: "editing=description",
  closes: ["edit"],
  form: { description: text, version: number },
  does: ({ version, description }, { perform, params: { taskId } }) =>
    perform(updateTask, { taskId, version, patch: { description } }),
  says: ({ json }, _form, at) => done(`${parseJson(json).reference}: description changed.`, at),
  home,
});
