import { isProjectVisible } from "../../visibility/projects.ts";
import type { Reader } from "../../visibility/readers.ts";
import { hasWords } from "../../text/match.ts";
import type { ListedTask } from "./snapshot.ts";
import { priorityOf } from "../../vocabulary.ts";
import type { TaskFilters, TaskListing } from "../schema.ts";

/**
 * What each filter means for one task at hand, as `sql.ts` says it for a list in SQL; a test holds the two against
 * each other. What they name, they name by id, as `resolve_filters.ts` gives it. What depends on who looks isn't decided here:
 * `me`, and a project that is hidden from some.
 */
const checks: Checks = {
  teamId: (id, task) => task.team_id === id,
  projectId: (wanted, { project_id }) => wanted === "none" || project_id === wanted,
  status: (statuses, task) => statuses.includes(task.status),
  includeDrafts: () => true,
  assigneeId: (wanted, { assignee_id }) =>
    wanted === "me" ? assignee_id !== null : assignee_id === (wanted === "none" ? null : wanted),
  label: (wanted, { labels }) =>
    wanted === "none" ? labels.length === 0 : labels.some(({ id }) => id === wanted),
  priority: (words, task) => words.includes(priorityOf(task.priority)),
  creatorId: (wanted, { creator_id }) => wanted === "me" || creator_id === wanted,
  parentId: (id, { parent_id }) => parent_id === id,
  milestoneId: (id, { milestone_id }) => milestone_id === id,
  updatedSince: (moment, task) => task.updated_at >= new Date(moment).toISOString(),
  deadlineAfter: (moment, { deadline_at }) => deadline_at !== null && deadline_at >= moment,
  deadlineBefore: (moment, { deadline_at }) => deadline_at !== null && deadline_at < moment,
  q: (text, { text: { title, body }, references }) =>
    hasWords(title, body, text) || references.includes(text.trim().toUpperCase()),
};

type Wanted = Required<TaskFilters>;
type Checks = { [F in keyof Wanted]: (wanted: Wanted[F], task: ListedTask) => boolean };
const names = Object.keys(checks) as (keyof Wanted)[];

/** Whether a task is in a list for somebody at least: as far as it doesn't depend on who looks. */
export function taskMatches(listing: TaskListing, task: ListedTask): boolean {
  if (task.archived_at !== null || (task.draft === 1 && !listing.includeDrafts)) return false;
  return names.every((name) => passes(name, listing, task));
}

function passes<F extends keyof Wanted>(name: F, listing: Partial<Wanted>, task: ListedTask) {
  const wanted: Partial<Wanted>[F] = listing[name];
  return wanted === undefined || checks[name](wanted as Wanted[F], task);
}

/** Whether a task that matches is in the list for this reader too. */
export function taskMatchesFor(listing: TaskListing, task: ListedTask, reader: Reader): boolean {
  if (reader.hiddenTeamIds.includes(task.team_id)) return false;
  if (listing.assigneeId === "me" && task.assignee_id !== reader.id) return false;
  if (listing.creatorId === "me" && task.creator_id !== reader.id) return false;
  if (listing.parentId && reader.hiddenTeamIds.includes(task.parentTeamId!)) return false;
  if (listing.milestoneId && !seesProject(task, reader)) return false;
  if (listing.projectId === undefined) return true;
  return seesProject(task, reader) === (listing.projectId !== "none");
}

/** A project that the reader can't see is none to them. */
function seesProject({ project }: ListedTask, reader: Reader): boolean {
  return project !== null && isProjectVisible(reader, project.teamIds);
}

/** What of a task decides for whom it is in a list: where it stays the same, it stays so for everybody. */
export function taskSight(listing: TaskListing, task: ListedTask): string {
  return JSON.stringify([
    task.team_id,
    listing.assigneeId === "me" && task.assignee_id,
    (listing.projectId ?? listing.milestoneId) !== undefined && task.project_id,
  ]);
}
