import { projectPagePath, projectPath } from "../../../views/project_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { setProjectCheckbox } from "../../domain/projects/set_checkbox.ts";
import { action } from "../action.ts";
import { box } from "../tasks/tick.ts";
import { doneTo } from "./undo.ts";

/** Checks or unchecks a checkbox of a project's description. */
export const tickProjectDescription = action({
  path: projectPagePath,
  button: "box",
  form: { box },
  does: async ({ box }, { perform, params }) =>
    parseJson((await perform(setProjectCheckbox, { ...params, ...box })).json),
  // The page already shows the new state, so the message only appears after a full page load.
  says: ({ id }, { box }, at) => ({
    ...doneTo(id, box.done ? "Checkbox checked" : "Checkbox unchecked", at),
    quiet: true,
  }),
  home: ({ projectId }) => projectPath(projectId),
});
