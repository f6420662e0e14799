import { type RawBuilder, sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import type { TaskSort } from "../schema.ts";
import { drivingFilter } from "./driver.ts";
import type { TaskFilters } from "./schema.ts";
import { indexRangeOf } from "./index_range.ts";

/** A walk through tasks in an order of its own index. */
export interface OrderWalk {
  /** What of them the walk passes, whether it fits the filters or not. */
  where: RawBuilder<unknown>[];
  /** Whether it is walked to its end: as good as all of them fit, or no other index is any nearer to those that do. */
  whole: boolean;
}

/** How a list is walked in an order of its own; undefined where what its filters name is few enough to be sorted. */
export function walkOf(
  actor: Member,
  filters: TaskFilters,
  sort: TaskSort,
): OrderWalk | undefined {
  // What is archived is in no index of another order
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

/** Whether no index has what a list's filters name, so that all tasks would be sorted. */
function sortsAll(filters: TaskFilters): boolean {
  const base = sortedFrom(filters);
  return base === "-createdAt" && drivingFilter(filters, base) === "workspace";
}

/** The order in which a list is walked whose tasks are sorted after that: that of the index which is nearest to them. */
export function sortedFrom(filters: TaskFilters): TaskSort {
  if (filters.archived) return "-createdAt";
  const { teamId, assigneeId, projectId, priority } = filters;
  if (teamId?.length === 1 && (assigneeId?.length === 1 || projectId?.length === 1)) {
    return "position";
  }
  const none = priority?.length === 1 && drivingFilter(filters, "-createdAt") === "workspace";
  return none ? "priority" : "-createdAt";
}
