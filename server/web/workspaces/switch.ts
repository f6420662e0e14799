import {
  onboardingPath,
  openWorkspacePath,
  switchWorkspacePath,
  tasksPath,
} from "../../../views/paths.ts";
import { switchWorkspace as remember } from "../../domain/workspaces/switch.ts";
import { action, principalAction } from "../action.ts";
import { safePath } from "../../http/htmx.ts";
import { filled, text } from "../forms.ts";

/** Switches to another workspace, and opens the requested page there. */
export const switchWorkspace = action({
  path: switchWorkspacePath,
  form: { workspaceId: text, next: filled },
  anywhere: true,
  does: ({ workspaceId }, at) => at.perform(remember, { workspaceId }),
  then: (_me, { next }) => safePath(next, tasksPath),
  home: () => tasksPath,
});

/** Opens a workspace in a session that has none yet. */
export const openWorkspace = principalAction({
  path: openWorkspacePath,
  form: { workspaceId: text },
  does: ({ workspaceId }, at) => at.perform(remember, { workspaceId }),
  then: () => tasksPath,
  home: () => onboardingPath,
});
