import { workspacePath } from "../../../views/paths.ts";
import { profileSettingsPath } from "../../../views/settings_paths.ts";
import { invalidField } from "../../domain/core/errors.ts";
import { removeMember } from "../../domain/members/remove.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";

/** Leaves the workspace whose name was typed; the session goes on in another one, where there is any. */
export const leaveWorkspace = action({
  path: profileSettingsPath,
  button: "act=leave",
  form: { workspace: text },
  changes: "page and sidebar",
  leads: true,
  async does({ workspace }, { perform, viewer }) {
    const { name } = viewer.workspace;
    if (workspace.trim() !== name) {
      throw invalidField("workspace", `Type the workspace's name as it is written: ${name}.`);
    }
    await perform(removeMember, { profileId: "me" });
    return name;
  },
  says: (name) => ({ text: `You left ${name}.` }),
  then: () => workspacePath,
  home: () => profileSettingsPath,
});
