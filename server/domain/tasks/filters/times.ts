import { type RawBuilder, sql } from "kysely";
import { firstIdAt } from "../../core/ids.ts";
import { deadlineKeys } from "../order.ts";
import { isByTimeMade, taskIdFor, type Walk } from "./driver.ts";
import type { TaskFilters } from "./schema.ts";

type Condition = RawBuilder<unknown>;

/** When tasks are due. In an order by deadline, the order's own index gives the stretch as well. */
export function byDeadline(filters: TaskFilters, { sort, driver }: Walk): Condition[] {
  const { deadlineAt, notDeadlineAt, deadlineAfter, deadlineBefore } = filters;
  const columns = [sql.raw(driver === "deadline" ? "t.deadline_at" : "+t.deadline_at")];
  if (sort === "deadlineAt" || sort === "-deadlineAt") columns.push(sql.raw(deadlineKeys[sort]));
  const stretch = columns.flatMap((column) => [
    ...(deadlineAt && deadlineAt !== "none" ? [sql`${column} = ${deadlineAt}`] : []),
    ...(deadlineAfter ? [sql`${column} >= ${deadlineAfter}`] : []),
    ...(deadlineBefore ? [sql`${column} < ${deadlineBefore}`] : []),
  ]);
  return [
    ...(deadlineAt === "none" ? [sql`+t.deadline_at is null`] : []),
    ...(notDeadlineAt ? [sql`${columns[0]} is not null`] : []),
    ...stretch,
  ];
}

/**
 * When tasks were made, changed and completed. Ids sort by the time made, so that an index that ends in them has a
 * stretch of it; one by the time of the last change gives its own.
 */
export function byMoments(filters: TaskFilters, { sort, driver }: Walk): Condition[] {
  const { createdAfter, createdBefore, updatedSince, updatedBefore } = filters;
  const { completedAfter, completedBefore, closedSince } = filters;
  const id = taskIdFor(driver);
  const first = (moment: string) => firstIdAt("task", new Date(moment));
  const updated = sql.raw(
    sort === "updatedAt" || sort === "-updatedAt" || driver === "changed"
      ? "t.updated_at"
      : "+t.updated_at",
  );
  const completed = sql.raw(driver === "completed" ? "t.completed_at" : "+t.completed_at");
  return [
    ...(createdAfter ? [sql`+t.created_at >= ${createdAfter}`] : []),
    ...(createdBefore ? [sql`+t.created_at < ${createdBefore}`] : []),
    ...(createdAfter && isByTimeMade(sort) ? [sql`${id} >= ${first(createdAfter)}`] : []),
    ...(createdBefore && isByTimeMade(sort) ? [sql`${id} < ${first(createdBefore)}`] : []),
    // Nothing changed or was completed before it was made
    ...(isByTimeMade(sort)
      ? [updatedBefore, completedBefore].flatMap((moment) =>
        moment ? [sql`${id} < ${first(moment)}`] : []
      )
      : []),
    ...(updatedSince ? [sql`${updated} >= ${updatedSince}`] : []),
    ...(updatedBefore ? [sql`${updated} < ${updatedBefore}`] : []),
    ...(completedAfter ? [sql`${completed} >= ${completedAfter}`] : []),
    ...(completedBefore ? [sql`${completed} < ${completedBefore}`] : []),
    ...(closedSince
      ? [sql`case +t.status when 'completed' then +t.completed_at >= ${closedSince}
          when 'cancelled' then +t.updated_at >= ${closedSince} else 1 end`]
      : []),
  ];
}
