import { type RawBuilder, sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import type { TaskSort } from "../schema.ts";
import { drivingFilter } from "./driver.ts";
import type { TaskFilters } from "./schema.ts";
import { indexRangeOf } from "./index_range.ts";

/** A read of tasks in an order with its own index. */
export interface OrderWalk {
  /** Conditions of the list, except those of its filters. */
  where: RawBuilder<unknown>[];
  /** Whether it is read to its end: nearly all of its tasks match, or no other index has fewer tasks that don't. */
  whole: boolean;
}

/** Returns how to read a list in its own order, or undefined if its filters match few enough tasks to sort. */
export function walkOf(
  actor: Member,
  filters: TaskFilters,
  sort: TaskSort,
): OrderWalk | undefined {
  // Archived tasks are in no index of another order
  if (filters.archived) return undefined;
  const driver = drivingFilter(filters, sort);
  if (filters.q || (driver !== "workspace" && driver !== "orderInProject")) return undefined;
  const inProject = driver === "orderInProject";
  const base = inProject
    ? sql`t.project_id = ${filters.projectId![0]}`
    : sql`t.workspace_id = ${actor.workspace.id}`;
  const { includeDrafts: _drafts, projectId, ...others } = filters;
  const narrowing = inProject ? others : { ...others, projectId };
  const whole = Object.values(narrowing).every((value) => value === undefined) ||
    (!inProject && sortsAll(filters));
  return { where: [sql`t.archived_at is null`, base, ...indexRangeOf(filters, sort)], whole };
}

/** Returns whether no index has the list's filters, so that all tasks would be sorted. */
function sortsAll(filters: TaskFilters): boolean {
  const base = sortedFrom(filters);
  return base === "-createdAt" && drivingFilter(filters, base) === "workspace";
}

/** Returns the order in which a list is read before it is sorted: that of the best index. */
export function sortedFrom(filters: TaskFilters): TaskSort {
  if (filters.archived) return "-createdAt";
  const { teamId, assigneeId, projectId, priority } = filters;
  if (teamId?.length === 1 && (assigneeId?.length === 1 || projectId?.length === 1)) {
    return "position";
  }
  const none = priority?.length === 1 && drivingFilter(filters, "-createdAt") === "workspace";
  return none ? "priority" : "-createdAt";
}
