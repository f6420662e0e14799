import { workspacePath } from "../../../views/paths.ts";
import { workspaceSettingsPath } from "../../../views/settings_paths.ts";
import { deleteWorkspace as remove } from "../../domain/workspaces/delete.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";

/** Deletes the workspace whose name was typed. The session continues in another workspace, if there is one. */
export const deleteWorkspace = action({
  path: workspaceSettingsPath,
  button: "act=delete",
  form: { name: text },
  changes: "page and sidebar",
  leads: true,
  does: ({ name }, { perform }) => perform(remove, { name }),
  says: ({ name }) => ({ text: `${name} deleted` }),
  then: () => workspacePath,
  home: () => workspaceSettingsPath,
});
