import { type RawBuilder, sql } from "kysely";
import { firstIdAt } from "../../core/ids.ts";
import { isByTimeMade, taskIdFor, type Walk } from "./driver.ts";
import type { TaskFilters } from "./schema.ts";

type Condition = RawBuilder<unknown>;

/** Returns the conditions on deadlines. */
export function byDeadline(filters: TaskFilters, { driver }: Walk): Condition[] {
  const column = sql.raw(driver === "deadline" ? "t.deadline_at" : "+t.deadline_at");
  return [
    ...(filters.deadlineAt === "none" ? [sql`+t.deadline_at is null`] : []),
    ...(filters.notDeadlineAt ? [sql`${column} is not null`] : []),
    ...daysOf(filters, column),
  ];
}

/** Returns the deadline days that the filters name. */
export function daysOf(
  { deadlineAt, deadlineAfter, deadlineBefore }: TaskFilters,
  column: Condition,
): Condition[] {
  return [
    ...(deadlineAt && deadlineAt !== "none" ? [sql`${column} = ${deadlineAt}`] : []),
    ...(deadlineAfter ? [sql`${column} >= ${deadlineAfter}`] : []),
    ...(deadlineBefore ? [sql`${column} < ${deadlineBefore}`] : []),
  ];
}

/** Returns the conditions on the last change. */
export function lastChangeWithin(
  { updatedSince, updatedBefore }: TaskFilters,
  column: Condition,
): Condition[] {
  return [
    ...(updatedSince ? [sql`${column} >= ${updatedSince}`] : []),
    ...(updatedBefore ? [sql`${column} < ${updatedBefore}`] : []),
  ];
}

/**
 * Returns the conditions on creation, changes, and completion. IDs sort by creation time, so an index that ends in IDs
 * has a range for it.
 */
export function byMoments(filters: TaskFilters, { sort, driver }: Walk): Condition[] {
  const { createdAfter, createdBefore, updatedBefore } = filters;
  const { completedAfter, completedBefore, closedSince } = filters;
  const id = taskIdFor(driver);
  const first = (moment: string) => firstIdAt("task", new Date(moment));
  const updated = sql.raw(driver === "changed" ? "t.updated_at" : "+t.updated_at");
  const completed = sql.raw(driver === "completed" ? "t.completed_at" : "+t.completed_at");
  return [
    ...(createdAfter ? [sql`+t.created_at >= ${createdAfter}`] : []),
    ...(createdBefore ? [sql`+t.created_at < ${createdBefore}`] : []),
    ...(createdAfter && isByTimeMade(sort) ? [sql`${id} >= ${first(createdAfter)}`] : []),
    ...(createdBefore && isByTimeMade(sort) ? [sql`${id} < ${first(createdBefore)}`] : []),
    // Changes and completion come after creation
    ...(isByTimeMade(sort)
      ? [updatedBefore, completedBefore].flatMap((moment) =>
        moment ? [sql`${id} < ${first(moment)}`] : []
      )
      : []),
    ...lastChangeWithin(filters, updated),
    ...(completedAfter ? [sql`${completed} >= ${completedAfter}`] : []),
    ...(completedBefore ? [sql`${completed} < ${completedBefore}`] : []),
    ...(closedSince
      ? [sql`case +t.status when 'completed' then +t.completed_at >= ${closedSince}
          when 'cancelled' then +t.updated_at >= ${closedSince} else 1 end`]
      : []),
  ];
}
