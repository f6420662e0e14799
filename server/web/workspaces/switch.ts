import { switchWorkspacePath, tasksPath } from "../../../views/paths.ts";
import { switchWorkspace as remember } from "../../domain/workspaces/switch.ts";
import { action } from "../action.ts";
import { text } from "../forms.ts";

/** From one workspace into another. */
export const switchWorkspace = action({
  path: switchWorkspacePath,
  form: { workspaceId: text },
  anywhere: true,
  does: (chosen, at) => at.perform(remember, chosen),
  then: () => tasksPath,
  home: () => tasksPath,
});
