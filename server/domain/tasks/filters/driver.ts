import { type RawBuilder, sql } from "kysely";
import { closedStatuses, taskStatuses } from "../../vocabulary.ts";
import type { TaskSort } from "../schema.ts";
import type { TaskFilters } from "./schema.ts";

/** The filter whose index is walked; with `workspace` the list's order decides which. */
export type Driver =
  | "parent"
  | "milestone"
  | "assignee"
  | "project"
  | "projectOnly"
  | "orderInProject"
  | "label"
  | "creator"
  | "deadline"
  | "completed"
  | "changed"
  | "team"
  | "position"
  | "positionAssignee"
  | "positionProject"
  | "status"
  | "workspace";

/** How a list of tasks is walked. */
export interface Walk {
  sort: TaskSort;
  /** The filter whose index is walked. */
  driver: Driver;
  matches?: number | undefined;
}

/** Where a task's id is read from: the links of a label, where those are walked. */
export function taskIdFor(driver: Driver): RawBuilder<unknown> {
  return sql.raw(driver === "label" ? "chosen.task_id" : "t.id");
}

/** Which filter's index to walk. */
export function drivingFilter(filters: TaskFilters, sort: TaskSort): Driver {
  if (filters.parentId && filters.parentId !== "none") return "parent";
  if (filters.archived) return archivedDriver(filters, sort);
  if (namesAll(filters.milestoneId)) return "milestone";
  const { closedSince, updatedSince } = filters;
  if (closedSince && updatedSince && isAllClosed(filters) && isByTimeMade(sort)) return "changed";
  if (sort === "position") return positionDriver(filters);
  const { projectId, status } = filters;
  if (!isByTimeMade(sort)) {
    return namesAll(projectId) && projectId!.length === 1 ? "orderInProject" : "workspace";
  }
  if (namesAll(filters.assigneeId)) return "assignee";
  if (projectId?.length === 1 && projectId[0] === "none") return "project";
  // Together with a status, an index of the project's own serves, without the workspace.
  if (namesAll(projectId)) return status?.length === 1 ? "projectOnly" : "project";
  const labels = filters.allLabels ?? (filters.label?.length === 1 ? filters.label : undefined);
  if (namesAll(labels) && !filters.q && !isSoonerByStatus(filters)) return "label";
  if (namesAll(filters.creatorId)) return "creator";
  const { deadlineAt, notDeadlineAt, deadlineAfter, deadlineBefore } = filters;
  if (notDeadlineAt || deadlineAfter || deadlineBefore || (deadlineAt && deadlineAt !== "none")) {
    return "deadline";
  }
  if (filters.completedAfter || filters.completedBefore) return "completed";
  if (filters.teamId) return "team";
  return status?.length === 1 ? "status" : "workspace";
}

/**
 * Returns whether a label's tasks in a status are found sooner among those in the status. Closed tasks keep their
 * labels, so in time most of a label's tasks are closed, and few of all tasks are open.
 */
function isSoonerByStatus({ status, creatorId, ...filters }: TaskFilters): boolean {
  if (status?.length !== 1 || closedStatuses.includes(status[0]!)) return false;
  const days = [
    filters.deadlineAt,
    filters.notDeadlineAt,
    filters.completedAfter,
    filters.completedBefore,
    filters.deadlineAfter,
    filters.deadlineBefore,
  ];
  return creatorId === undefined && days.every((one) => one === undefined);
}

/** What is archived has indexes by a few filters alone, in the order of ids. */
function archivedDriver(
  { assigneeId, projectId, teamId, status }: TaskFilters,
  sort: TaskSort,
): Driver {
  if (!keepsOrder(sort)) return "workspace";
  if (namesAll(assigneeId)) return "assignee";
  if (namesAll(projectId)) return "projectOnly";
  if (status?.length !== 1) return "workspace";
  return teamId ? "team" : "status";
}

/** Most of what narrows a team's order by hand is found sooner on a walk through it than it could be sorted. */
function positionDriver({ assigneeId, projectId }: TaskFilters): Driver {
  if (assigneeId?.length === 1) return "positionAssignee";
  return projectId?.length === 1 ? "positionProject" : "position";
}

/** Whether a filter is there and each of its words names a record. */
function namesAll(words: readonly string[] | undefined): boolean {
  return words !== undefined && !words.includes("none");
}

/** Whether an order is that of the ids, in which every index ends. */
export function isByTimeMade(sort: TaskSort): boolean {
  return sort === "-createdAt" || sort === "createdAt";
}

/** Whether the indexes of single filters have an order. */
export function keepsOrder(sort: TaskSort): boolean {
  return isByTimeMade(sort) || sort === "position";
}

/** How many lists one is put together from at most where statuses make more of them: each is walked by itself. */
const MOST_ARMS = 24;

/**
 * The lists that one is put together from, so that an index gives each of them in its order: where the filter whose
 * index serves best has several values, one for each of them, and for each of several statuses that the index has.
 */
export function armsOf(given: TaskFilters, sort: TaskSort, now: Date): TaskFilters[] {
  if (given.closedSince && !given.q && keepsOrder(sort)) {
    if (!isAllClosed(given)) return openAndClosed(given, sort, now);
    const lately = closedLately(given, sort, now);
    if (lately) return [withoutNotStatus(lately)];
  }
  const filters = withoutNotStatus(given);
  // The matches of a text are few enough to be sorted.
  const field = filters.q ? undefined : splitField(filters, sort);
  if (field === undefined) return [filters];
  const arms = filters[field]!.map((value) => ({ ...filters, [field]: [value] }));
  const further = arms.flatMap((arm) => armsOf(arm, sort, now));
  return further.length > MOST_ARMS ? arms : further;
}

/** Up to how many days ago what changed since is so little that it is sorted sooner than what is closed is walked. */
const RECENT_DAYS = 45;

/** What is open, and what was closed since, which changed then or later. */
function openAndClosed(given: TaskFilters, sort: TaskSort, now: Date): TaskFilters[] {
  const { status = taskStatuses, closedSince, ...filters } = withoutNotStatus(given);
  const open = status.filter((one) => !closedStatuses.includes(one));
  const closed = status.filter((one) => closedStatuses.includes(one));
  const parts: TaskFilters[] = [];
  if (open.length > 0 || closed.length === 0) parts.push({ ...filters, status: open });
  if (closed.length > 0) parts.push({ ...filters, status: closed, closedSince });
  return parts.flatMap((part) => armsOf(part, sort, now));
}

/** What is closed lately, among what changed since then; undefined where that isn't all that is asked for. */
function closedLately(filters: TaskFilters, sort: TaskSort, now: Date): TaskFilters | undefined {
  const { closedSince, updatedSince } = filters;
  const days = (now.getTime() - Date.parse(closedSince!)) / 86_400_000;
  if (!isByTimeMade(sort) || days > RECENT_DAYS) return undefined;
  const since = updatedSince && updatedSince > closedSince! ? updatedSince : closedSince;
  return { ...filters, updatedSince: since };
}

function isAllClosed({ status }: TaskFilters): boolean {
  return status?.every((one) => closedStatuses.includes(one)) ?? false;
}

/** Statuses are so few that all but some of them are as well said by those that stay, which have an index. */
function withoutNotStatus({ notStatus, ...filters }: TaskFilters): TaskFilters {
  if (!notStatus) return filters;
  const asked = filters.status ?? taskStatuses;
  return { ...filters, status: asked.filter((status) => !notStatus.includes(status)) };
}

/** Of which filters an index has one value each before its order. */
const served: Record<Driver, readonly SplitField[]> = {
  parent: [],
  milestone: ["milestoneId"],
  assignee: ["assigneeId", "status"],
  project: ["projectId", "status"],
  projectOnly: ["projectId", "status"],
  orderInProject: [],
  label: ["label"],
  creator: ["creatorId"],
  deadline: [],
  completed: [],
  changed: [],
  team: ["teamId", "status"],
  position: ["status"],
  positionAssignee: ["assigneeId"],
  positionProject: ["projectId"],
  status: ["status"],
  workspace: [],
};
type SplitField = (typeof splitFields)[number];
const splitFields = [
  "milestoneId",
  "assigneeId",
  "projectId",
  "label",
  "creatorId",
  "teamId",
  "status",
] as const;

/** The filter of which each value has a list of its own; nothing where one index serves the whole. */
function splitField(filters: TaskFilters, sort: TaskSort): SplitField | undefined {
  const driver = drivingFilter(withOneValueEach(filters), sort);
  if (driver === "label" && filters.allLabels) return undefined;
  const fields = keepsOrder(sort) ? served[driver] : [];
  return fields.find((field) => (filters[field]?.length ?? 0) > 1);
}

function withOneValueEach(filters: TaskFilters): TaskFilters {
  const one = splitFields.flatMap((field) => {
    const words: readonly string[] | undefined = filters[field];
    return words ? [[field, [words.find((word) => word !== "none") ?? words[0]]]] : [];
  });
  return { ...filters, ...Object.fromEntries(one) };
}
