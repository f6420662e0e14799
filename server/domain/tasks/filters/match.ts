import { isProjectVisible } from "../../visibility/projects.ts";
import type { Reader } from "../../visibility/readers.ts";
import { hasWords } from "../../text/match.ts";
import type { ListedTask } from "./snapshot.ts";
import { priorityOf } from "../../vocabulary.ts";
import type { TaskListing } from "../schema.ts";
import type { TaskFilters } from "./schema.ts";

/**
 * The meaning of each filter for a single task, as `sql.ts` has it for lists. A test compares the two. Records are
 * named by ID and days are absolute, as `resolve_filters.ts` returns them. Conditions that depend on the reader aren't
 * checked here: `me`, and hidden projects and parents.
 */
const checks: Checks = {
  teamId: (ids, task) => ids.includes(task.team_id),
  notTeamId: (ids, task) => !ids.includes(task.team_id),
  projectId: (words, task) => words.includes("none") || isAmong(words, task.project_id),
  notProjectId: () => true,
  milestoneId: (words, task) => words.includes("none") || isAmong(words, task.milestone_id),
  notMilestoneId: () => true,
  status: (statuses, task) => statuses.includes(task.status),
  notStatus: (statuses, task) => !statuses.includes(task.status),
  includeDrafts: () => true,
  archived: () => true,
  assigneeId: (words, { assignee_id }) =>
    (words.includes("me") && assignee_id !== null) || isAmong(words, assignee_id),
  notAssigneeId: (words, { assignee_id }) => !isAmong(words, assignee_id),
  label: (words, task) => isLabelled(words, task),
  notLabel: (words, task) => !isLabelled(words, task),
  allLabels: (ids, task) => ids.every((id) => isLabelled([id], task)),
  priority: (words, task) => words.includes(priorityOf(task.priority)),
  notPriority: (words, task) => !words.includes(priorityOf(task.priority)),
  creatorId: (words, { creator_id }) => words.includes("me") || words.includes(creator_id),
  notCreatorId: (ids, { creator_id }) => !ids.includes(creator_id),
  parentId: (word, { parent_id }) => word === "none" || parent_id === word,
  notParentId: (_none, { parent_id }) => parent_id !== null,
  createdAfter: (moment, { created_at }) => created_at >= moment,
  createdBefore: (moment, { created_at }) => created_at < moment,
  updatedSince: (moment, { updated_at }) => updated_at >= moment,
  updatedBefore: (moment, { updated_at }) => updated_at < moment,
  completedAfter: (moment, { completed_at }) => completed_at !== null && completed_at >= moment,
  completedBefore: (moment, { completed_at }) => completed_at !== null && completed_at < moment,
  closedSince: (moment, { status, completed_at, updated_at }) =>
    status === "completed"
      ? completed_at !== null && completed_at >= moment
      : status !== "cancelled" || updated_at >= moment,
  deadlineAt: (day, { deadline_at }) => deadline_at === (day === "none" ? null : day),
  notDeadlineAt: (_none, { deadline_at }) => deadline_at !== null,
  deadlineAfter: (day, { deadline_at }) => deadline_at !== null && deadline_at >= day,
  deadlineBefore: (day, { deadline_at }) => deadline_at !== null && deadline_at < day,
  q: (text, { text: { title, body }, references }) =>
    hasWords(title, body, text) || references.includes(text.trim().toUpperCase()),
};

/** Returns whether a filter's words name a record, or mean that there is none. */
function isAmong(words: readonly string[], id: string | null): boolean {
  return words.includes(id ?? "none");
}

function isLabelled(words: readonly string[], { labels }: ListedTask): boolean {
  return labels.length === 0 ? words.includes("none") : labels.some(({ id }) => words.includes(id));
}

type Wanted = Required<TaskFilters>;
type Checks = { [F in keyof Wanted]: (wanted: Wanted[F], task: ListedTask) => boolean };
const names = Object.keys(checks) as (keyof Wanted)[];

/** Returns whether a task is in a list for at least one reader. */
export function taskMatches(listing: TaskListing, task: ListedTask): boolean {
  if (listing.archived ? task.archived_at === null : !isListed(task, listing)) return false;
  return names.every((name) => passes(name, listing, task));
}

function isListed({ archived_at, draft }: ListedTask, { includeDrafts }: TaskListing): boolean {
  return archived_at === null && (draft === 0 || includeDrafts === true);
}

function passes<F extends keyof Wanted>(name: F, listing: Partial<Wanted>, task: ListedTask) {
  const wanted: Partial<Wanted>[F] = listing[name];
  return wanted === undefined || checks[name](wanted as Wanted[F], task);
}

/** Returns whether a matching task is in the list for this reader too. */
export function taskMatchesFor(listing: TaskListing, task: ListedTask, reader: Reader): boolean {
  if (reader.hiddenTeamIds.includes(task.team_id)) return false;
  const { parentId, notParentId } = listing;
  const below = seesParent(task, reader);
  if ((parentId && below === (parentId === "none")) || (notParentId && !below)) return false;
  const seen = seesProject(task, reader);
  const project = seen ? task.project_id : null;
  const milestone = seen ? task.milestone_id : null;
  return isFor(reader, listing.assigneeId, listing.notAssigneeId, task.assignee_id) &&
    isFor(reader, listing.creatorId, listing.notCreatorId, task.creator_id) &&
    isFor(reader, listing.projectId, listing.notProjectId, project) &&
    isFor(reader, listing.milestoneId, listing.notMilestoneId, milestone);
}

/** Returns whether a task's value, as this reader sees it, matches included values and no excluded ones. */
function isFor(
  reader: Reader,
  any: readonly string[] | undefined,
  none: readonly string[] = [],
  id: string | null,
): boolean {
  const fits = (words: readonly string[]) =>
    isAmong(words, id) || (id === reader.id && words.includes("me"));
  return (any === undefined || fits(any)) && !fits(none);
}

/** A parent that the reader can't see counts as none. */
function seesParent({ parent_id, parentTeamId }: ListedTask, { hiddenTeamIds }: Reader): boolean {
  return parent_id !== null && !hiddenTeamIds.includes(parentTeamId!);
}

/** A project that the reader can't see counts as none. */
function seesProject({ project }: ListedTask, reader: Reader): boolean {
  return project !== null && isProjectVisible(reader, project.teamIds);
}

/**
 * Returns the values of a task that decide which readers have it in a list. If they don't change, the readers don't
 * either.
 */
export function taskSight(listing: TaskListing, task: ListedTask): string {
  const { projectId, notProjectId, milestoneId, notMilestoneId } = listing;
  const byAssignee = [listing.assigneeId, listing.notAssigneeId]
    .some((words) => words?.includes("me"));
  const byProject = projectId ?? notProjectId ?? milestoneId ?? notMilestoneId;
  return JSON.stringify([
    task.team_id,
    byAssignee && task.assignee_id,
    byProject !== undefined && [task.project_id, task.milestone_id],
    (listing.parentId ?? listing.notParentId) !== undefined && task.parent_id,
  ]);
}
