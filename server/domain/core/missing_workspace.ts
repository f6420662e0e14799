import type { Interface } from "./actor.ts";
import { NotFound } from "./errors.ts";

/** The next step in each interface if a token can't see a workspace. */
const next: Record<Interface, string> = {
  web: "Choose one of your workspaces in the sidebar.",
  api: "Use GET /api/v1/workspaces to list the workspaces that this token can access.",
  cli:
    'List your workspaces with the command "workspaces". Choose another with --workspace-id, BACKLOG_WORKSPACE, or the command "config set-workspace".',
};

/** Creates the error for a missing workspace, with the next step. */
export function noSuchWorkspace(id: string, source: Interface): NotFound {
  return new NotFound(`Workspace ${id} not found.`, { hint: next[source] });
}
