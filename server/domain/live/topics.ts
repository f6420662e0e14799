import { isManager, type Member } from "../core/actor.ts";

/**
 * The topic of a page's content. Pages, the server, and scripts share these names: a record by ID, a task list by its
 * team or project, and others by a word. `task:task_…`, `team:team_…`, `tasks`; `project:*` means all projects.
 */
export type Topic =
  | `${"task" | "team" | "project" | "view"}:${string}`
  // All tasks in lists; drafts; names of records and members
  | "tasks"
  | "drafts"
  | "names"
  | "projects"
  | "views"
  // Personal topics
  | "inbox"
  | "favorites"
  | "preferences"
  | "unsent";

/** A changed topic, and the people who can see the change. */
export interface News {
  topic: Topic;
  workspaceId: string | null;
  /** Groups of teams. The reader must see a team in each group. */
  seeing: readonly (readonly string[])[];
  /** The only recipient: a profile or user ID. */
  only?: string;
  /** Whether only managers receive it. */
  managers?: true;
}

/** Returns whether a member can receive news, with their current permissions. */
export function canReceive(member: Member, { workspaceId, seeing, only, managers }: News): boolean {
  if (only !== undefined) return only === member.profile.id || only === member.userId;
  if (workspaceId !== member.workspace.id || (managers && !isManager(member))) return false;
  const sees = (teamId: string) => !member.hiddenTeamIds.includes(teamId);
  return seeing.every((teams) => teams.some(sees));
}

/**
 * Returns everything that decides which shared news a member receives. Members with the same value receive the same
 * news.
 */
export function sightOf(member: Member): string {
  const hidden = member.hiddenTeamIds.toSorted().join(" ");
  return `${member.workspace.id} ${isManager(member)} ${hidden}`;
}

/** Returns everything about a member that decides how the member's pages look. */
export function looksOf(member: Member): string {
  return JSON.stringify([sightOf(member), member.role, [...member.teams]]);
}
