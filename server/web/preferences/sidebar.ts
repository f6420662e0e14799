import { sidebarPath, tasksPath } from "../../../views/paths.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";

const common = { path: sidebarPath, home: () => tasksPath, changes: "sidebar" } as const;

/** Opens or closes the sidebar. */
export const turnSidebar = action({
  ...common,
  button: "sidebar",
  form: { sidebar: text },
  does: (chosen, at) => at.perform(updatePreferences, chosen),
});

export const foldGroup = action({
  ...common,
  button: "fold",
  form: { fold: text },
  does({ fold }, at) {
    const { sidebarFolded } = at.viewer.preferences;
    return at.perform(updatePreferences, { sidebarFolded: [...sidebarFolded, fold] });
  },
});

export const unfoldGroup = action({
  ...common,
  button: "unfold",
  form: { unfold: text },
  does({ unfold }, at) {
    const sidebarFolded = at.viewer.preferences.sidebarFolded.filter((one) => one !== unfold);
    return at.perform(updatePreferences, { sidebarFolded });
  },
});
