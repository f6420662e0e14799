import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { archiveTask, restoreTask } from "../../domain/tasks/archive.ts";
import { updateTaskRow } from "../../domain/tasks/update.ts";
import { action } from "../action.ts";
import { done } from "./undo.ts";

const common = {
  path: taskPagePath,
  form: {},
  home: ({ taskId }: { taskId: string }) => taskPath(taskId),
};

export const publish = action({
  ...common,
  button: "act=publish",
  does: (_form, { perform, params: { taskId } }) =>
    perform(updateTaskRow, { taskId, patch: { draft: false } }),
  says: (task) => ({ text: `${parseJson(task).reference} published` }),
});

export const restore = action({
  ...common,
  button: "act=restore",
  does: (_form, { perform, params: { taskId } }) => perform(restoreTask, { taskId }),
  says: ({ json: task }, _form, at) => done(`${parseJson(task).reference} restored`, at),
});

export const archive = action({
  ...common,
  button: "act=archive",
  does: (_form, { perform, params: { taskId } }) => perform(archiveTask, { taskId }),
  says({ json: task }, _form, at) {
    const { reference, draft } = parseJson(task);
    return done(draft ? `Draft ${reference} discarded` : `${reference} archived`, at);
  },
});
