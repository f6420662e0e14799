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
  // One sees whether it is ticked; that is said where the page is drawn anew
  says: ({ id }, { box }, at) => ({
    ...doneTo(id, box.done ? "The box is ticked." : "The box is no longer ticked.", at),
    quiet: true,
  }),
  home: ({ projectId }) => projectPath(projectId),
});
