import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { archiveTask, restoreTask } from "../../domain/tasks/archive.ts";
import { updateTask } from "../../domain/tasks/update.ts";
import { type Action, action } from "../action.ts";

const common = {
  path: taskPagePath,
  form: {},
  home: ({ taskId }: { taskId: string }) => taskPath(taskId),
};

export const publish = action({
  ...common,
  button: "act=publish",
  does: (_form, { perform, params: { taskId } }) =>
    perform(updateTask, { taskId, patch: { draft: false } }),
  says: ({ json: task }) => ({ text: `${parseJson(task).reference} published.` }),
});

export const restore: Action = action({
  ...common,
  button: "act=restore",
  does: (_form, { perform, params: { taskId } }) => perform(restoreTask, { taskId }),
  says({ json: task }) {
    const { reference } = parseJson(task);
    return { text: `${reference} restored.`, undo: { action: archive, path: taskPath(reference) } };
  },
});

export const archive: Action = action({
  ...common,
  button: "act=archive",
  does: (_form, { perform, params: { taskId } }) => perform(archiveTask, { taskId }),
  says({ json: task }) {
    const { reference, draft } = parseJson(task);
    const text = draft ? `The draft ${reference} was discarded.` : `${reference} archived.`;
    return { text, undo: { action: restore, path: taskPath(reference) } };
  },
});
