import type { Door } from "./actor.ts";
import { NotFound } from "./errors.ts";

/** What each door's users do about a workspace that their token can't see. */
const next: Record<Door, string> = {
  web: "Choose one of yours in the sidebar.",
  api: "GET /api/v1/workspaces lists those that this token can see.",
  cli:
    'The command "workspaces" lists yours; choose one with "config set-workspace <workspace>", or forget this one with "config clear-workspace".',
};

/** Says that a workspace isn't there for whoever asks, and what to do next. */
export function noSuchWorkspace(id: string, door: Door): NotFound {
  return new NotFound(`There is no workspace ${id} here.`, { hint: next[door] });
}
