import { workspacePath } from "../../../views/paths.ts";
import { profileSettingsPath } from "../../../views/settings_paths.ts";
import { leaveWorkspace as leave } from "../../domain/workspaces/leave.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";

/** Leaves the workspace whose name was typed; the session goes on in another one, where there is any. */
export const leaveWorkspace = action({
  path: profileSettingsPath,
  button: "act=leave",
  form: { name: text },
  changes: "page and sidebar",
  leads: true,
  does: ({ name }, { perform }) => perform(leave, { name }),
  says: ({ name }) => ({ text: `You left ${name}.` }),
  then: () => workspacePath,
  home: () => profileSettingsPath,
});
