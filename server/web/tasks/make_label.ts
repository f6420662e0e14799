import { newLabelPath } from "../../../views/task_paths.ts";
import { tasksPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createTaskLabel } from "../../domain/task_labels/create.ts";
import { safePath } from "../../http/htmx.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";

/** Creates a label from a menu, which stays open and then lists the label. */
export const makeLabel = action({
  path: newLabelPath,
  form: { makeLabel: text, menu: text },
  does: async ({ makeLabel: name }, at) =>
    parseJson((await at.perform(createTaskLabel, { name })).json),
  says: ({ name }) => ({ text: `Label ${name} created` }),
  stays: ({ menu }) => safePath(menu, tasksPath),
  home: () => tasksPath,
});
