import { type RawBuilder, sql } from "kysely";
import { closedStatuses, taskStatuses } from "../../vocabulary.ts";
import type { TaskSort } from "../schema.ts";
import type { TaskFilters } from "./schema.ts";

/** The filter whose index is used. With `workspace`, the list's order decides. */
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

/** How a list of tasks is read. */
export interface Walk {
  sort: TaskSort;
  /** The filter whose index is used. */
  driver: Driver;
  matches?: number | undefined;
}

/** Returns the column of a task's ID: in a label's links, if the label is the driver. */
export function taskIdFor(driver: Driver): RawBuilder<unknown> {
  return sql.raw(driver === "label" ? "chosen.task_id" : "t.id");
}

/** Returns the filter whose index is used. */
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
  // With a status, a project has its own index without the workspace.
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

/** Archived tasks have only a few indexes, in ID order. */
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

/** Most filters on a team's manual order are found sooner by reading in that order than by sorting. */
function positionDriver({ assigneeId, projectId }: TaskFilters): Driver {
  if (assigneeId?.length === 1) return "positionAssignee";
  return projectId?.length === 1 ? "positionProject" : "position";
}

/** Returns whether a filter exists and each of its words names a record. */
function namesAll(words: readonly string[] | undefined): boolean {
  return words !== undefined && !words.includes("none");
}

/** Returns whether an order is that of the IDs, in which every index ends. */
export function isByTimeMade(sort: TaskSort): boolean {
  return sort === "-createdAt" || sort === "createdAt";
}

/** Returns whether the indexes of single filters have an order. */
export function keepsOrder(sort: TaskSort): boolean {
  return isByTimeMade(sort) || sort === "position";
}

/** The maximum number of lists to merge, including those for several statuses. Each is read separately. */
const MOST_ARMS = 24;

/**
 * Returns the lists to merge, so that an index returns each in order: one for each value of the best filter, and for
 * each status if the index has it.
 */
export function armsOf(given: TaskFilters, sort: TaskSort, now: Date): TaskFilters[] {
  if (given.closedSince && !given.q && keepsOrder(sort)) {
    if (!isAllClosed(given)) return openAndClosed(given, sort, now);
    const lately = closedLately(given, sort, now);
    if (lately) return [withoutNotStatus(lately)];
  }
  const filters = withoutNotStatus(given);
  // A text has few enough matches to sort.
  const field = filters.q ? undefined : splitField(filters, sort);
  if (field === undefined) return [filters];
  const arms = filters[field]!.map((value) => ({ ...filters, [field]: [value] }));
  const further = arms.flatMap((arm) => armsOf(arm, sort, now));
  return further.length > MOST_ARMS ? arms : further;
}

/** The maximum age in days of changes that are fewer to sort than closed tasks are to read. */
const RECENT_DAYS = 45;

/** Returns open tasks, and tasks closed since a time, which also changed since. */
function openAndClosed(given: TaskFilters, sort: TaskSort, now: Date): TaskFilters[] {
  const { status = taskStatuses, closedSince, ...filters } = withoutNotStatus(given);
  const open = status.filter((one) => !closedStatuses.includes(one));
  const closed = status.filter((one) => closedStatuses.includes(one));
  const parts: TaskFilters[] = [];
  if (open.length > 0 || closed.length === 0) parts.push({ ...filters, status: open });
  if (closed.length > 0) parts.push({ ...filters, status: closed, closedSince });
  return parts.flatMap((part) => armsOf(part, sort, now));
}

/** Returns tasks closed since a time among those changed since, or undefined for other filters. */
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

/** Replaces excluded statuses with the remaining ones, which have an index. */
function withoutNotStatus({ notStatus, ...filters }: TaskFilters): TaskFilters {
  if (!notStatus) return filters;
  const asked = filters.status ?? taskStatuses;
  return { ...filters, status: asked.filter((status) => !notStatus.includes(status)) };
}

/** The filters that an index has, with one value each, before its order. */
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

/** Returns the filter whose values have a list each, or nothing if one index returns the whole list. */
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
