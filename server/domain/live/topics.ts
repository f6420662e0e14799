import { isManager, type Member } from "../core/actor.ts";

/**
 * What a page shows, by a name that pages, the server and the scripts of a page share: a record by its id, a list of
 * tasks by its team's or project's, all others by a word. `task:task_…`, `team:team_…`, `tasks`; all records of a kind at
 * once: `project:*`.
 */
export type Topic =
  | `${"task" | "team" | "project" | "view"}:${string}`
  // All tasks that are in lists; drafts; what records are called and who is there
  | "tasks"
  | "drafts"
  | "names"
  | "projects"
  | "views"
  // One's own
  | "inbox"
  | "favorites"
  | "preferences"
  | "unsent";

/** A topic of which there is news, and who may hear so. */
export interface News {
  topic: Topic;
  workspaceId: string | null;
  /** Of each of these groups of teams they have to see one. */
  seeing: readonly (readonly string[])[];
  /** The one who hears of it: a profile's or a user's id. */
  only?: string;
  /** Whether it is for managers alone. */
  managers?: true;
}

/** Whether a member may hear of something, as they are now. */
export function canReceive(member: Member, { workspaceId, seeing, only, managers }: News): boolean {
  if (only !== undefined) return only === member.profile.id || only === member.userId;
  if (workspaceId !== member.workspace.id || (managers && !isManager(member))) return false;
  const sees = (teamId: string) => !member.hiddenTeamIds.includes(teamId);
  return seeing.every((teams) => teams.some(sees));
}

/** All that decides what a member hears besides what is theirs alone: who has the same hears the same. */
export function sightOf(member: Member): string {
  const hidden = member.hiddenTeamIds.toSorted().join(" ");
  return `${member.workspace.id} ${isManager(member)} ${hidden}`;
}

/** What of somebody decides how pages look to them. */
export function looksOf(member: Member): string {
  return JSON.stringify([sightOf(member), member.role, [...member.teams]]);
}
