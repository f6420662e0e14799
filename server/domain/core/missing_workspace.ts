import type { Interface } from "./actor.ts";
import { NotFound } from "./errors.ts";

/** What people do in each interface about a workspace that their token can't see. */
const next: Record<Interface, string> = {
  web: "Choose one of your workspaces in the sidebar.",
  api: "List the workspaces that this token can access with GET /api/v1/workspaces.",
  cli:
    'List your workspaces with the command "workspaces". Choose another with --workspace-id, BACKLOG_WORKSPACE, or the command "config set-workspace".',
};

/** Says that a workspace isn't there for whoever asks, and what to do next. */
export function noSuchWorkspace(id: string, source: Interface): NotFound {
  return new NotFound(`Workspace ${id} not found.`, { hint: next[source] });
}
