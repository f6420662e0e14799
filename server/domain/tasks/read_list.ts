import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import {
  beforeKey,
  keyAhead,
  type ListArm,
  type ListPage,
  mergedArms,
  type PageRequest,
  readPage,
} from "../core/page.ts";
import { armsOf, isByTimeMade, keepsOrder } from "./filters/driver.ts";
import { EACH_ASKED, taskConditions, taskSource } from "./filters/sql.ts";
import { sortedFrom, walkOf } from "./filters/walk.ts";
import { taskOrders } from "./order.ts";
import type { TaskFilters } from "./filters/schema.ts";
import type { TaskSort } from "./schema.ts";

/** The tasks of a list and their order, with resolved filters. */
export interface TaskSelection {
  filters: TaskFilters;
  sort: TaskSort;
  /** The number of newest text matches to read; defaults to the maximum. */
  matches?: number | undefined;
  /** Whether there are known to be so few matches that sorting them is faster than reading another order. */
  few?: boolean | undefined;
}

/** The returned columns of each task, with their joins besides `tasks t`. */
export interface Telling {
  json: RawBuilder<unknown>;
  joins: RawBuilder<unknown>;
  /** Whether the columns are so short that one statement reads a page. */
  isShort?: boolean;
}

/** Reads one page of a list of tasks. @throws Invalid for a cursor of another list */
export async function readTasks<T>(
  context: ReadContext<Member>,
  selection: TaskSelection,
  page: PageRequest,
  telling: Telling,
): Promise<ListPage<T>> {
  const { filters, sort, matches } = selection;
  const ordered = filters.archived ? isByTimeMade(sort) : keepsOrder(sort);
  if (!ordered) return await readOrdered(context, selection, page, telling);
  const arms = armsOf(filters, sort, context.now);
  const [only, ...others] = arms;
  if (only && others.length === 0) {
    const { from, order } = taskSource(only, sort);
    const where = [taskConditions(context.actor, only, sort, matches)];
    const { joins, ...columns } = telling;
    return await readPage<T>(context, order, page, {
      ...columns,
      from: sql`${from} ${joins}`,
      where,
    });
  }
  return await readMerged(context, { sort, arms: partsOf(context, arms, sort) }, page, telling);
}

/** The number of tasks to read per row while following an order, and the maximum. */
const WALKED_FOR_EACH = 200;
const MOST_WALKED = 5_000;

/**
 * Reads one page in an order that the filters' indexes don't have. Follows the order's own index while matches are
 * likely to be near. Otherwise, sorts the keys of all matches.
 */
async function readOrdered<T>(
  context: ReadContext<Member>,
  selection: TaskSelection,
  page: PageRequest,
  telling: Telling,
): Promise<ListPage<T>> {
  const { filters, sort, few } = selection;
  const walked = few ? undefined : await readWalked<T>(context, selection, page, telling);
  if (walked) return walked;
  const base = sortedFrom(filters);
  const [first, ...others] = taskOrders[sort].by;
  // The plus keeps SQLite from using the order's index
  const by = [`+${first}`, ...others];
  const arms = partsOf(context, armsOf(filters, base, context.now), base)
    .map((arm) => ({ ...arm, by }));
  return await readMerged(context, { sort, arms }, page, telling);
}

/** Reads one page by following its order, or returns undefined if that takes too long. */
async function readWalked<T>(
  context: ReadContext<Member>,
  { filters, sort }: TaskSelection,
  page: PageRequest,
  { joins, ...columns }: Telling,
): Promise<ListPage<T> | undefined> {
  const walk = walkOf(context.actor, filters, sort);
  if (!walk) return undefined;
  const order = taskOrders[sort];
  const from = sql`tasks t`;
  const ahead = {
    places: Math.min(MOST_WALKED, WALKED_FOR_EACH * (page.limit + 1)),
    cursor: page.cursor,
  };
  const end = walk.whole
    ? undefined
    : await keyAhead(context, order, ahead, { from, where: walk.where });
  const where = [taskConditions(context.actor, filters, sort)];
  if (end) where.push(beforeKey(order, end));
  const found = await readPage<T>(context, order, page, {
    ...columns,
    from: sql`${from} ${joins}`,
    where,
  });
  return end && found.nextCursor === null ? undefined : found;
}

/** Reads one page of lists in the same order. Each list returns only keys until they are merged. */
async function readMerged<T>(
  context: ReadContext<Member>,
  { sort, arms }: { sort: TaskSort; arms: readonly ListArm[] },
  page: PageRequest,
  { joins, ...columns }: Telling,
): Promise<ListPage<T>> {
  const order = taskOrders[sort];
  const merged = mergedArms(order, { ...page, limit: page.limit + 1 }, arms);
  const id = sql.raw(`merged.key_${order.by.length - 1}`);
  return await readPage<T>(
    context,
    { ...order, by: order.by.map((_, n) => `merged.key_${n}`) },
    page,
    {
      ...columns,
      from: sql`${merged} merged cross join tasks t on t.id = ${id} ${joins}`,
      where: [],
    },
  );
}

/** Counts the tasks of a list, up to a limit. */
export async function countTasks(
  context: ReadContext<Member>,
  { filters, sort: asked, matches }: TaskSelection,
  upTo: number,
): Promise<number> {
  const sort = keepsOrder(asked) ? asked : sortedFrom(filters);
  if (filters.q && matches === undefined) {
    // For a common text, its newest matches are enough to reach the limit
    const newest = await countTasks(context, { filters, sort, matches: 2 * upTo }, upTo);
    if (newest === upTo) return newest;
  }
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${anyOf(context, filters, { sort, matches, upTo })}`.execute(
    context.db,
  );
  return rows[0]!.n;
}

/** Counts a list's tasks for each of several records, by ID, up to a limit, in one statement. */
export async function countTasksOfEach(
  context: ReadContext<Member>,
  filters: TaskFilters,
  { field, ids }: { field: "assigneeId" | "projectId" | "label"; ids: readonly string[] },
  upTo: number,
): Promise<Map<string, number>> {
  const narrowed = { ...filters, [field]: [EACH_ASKED] };
  // The team's own index skips the tasks of other teams, even if the assignee has few tasks
  const sort = filters.teamId?.length === 1 && field !== "label" ? "position" : "-createdAt";
  const { rows } = await sql<{ id: string; n: number }>`
    select asked.value as id,
      (select count(*) from ${anyOf(context, narrowed, { sort, upTo })}) as n
    from json_each(${JSON.stringify(ids)}) asked`.execute(context.db);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Returns the IDs of a list's newest tasks, as `key_0` of a table. @param filters with IDs for all records */
export function firstIds(
  context: ReadContext<Member>,
  filters: TaskFilters,
  limit: number,
): RawBuilder<unknown> {
  const sort = "-createdAt";
  const arms = armsOf(filters, sort, context.now);
  const parts = partsOf(context, arms, sort);
  if (parts.length > 1) return mergedArms(taskOrders[sort], { limit }, parts);
  const [{ by, from, where }] = parts as [ListArm];
  return sql`(select ${sql.raw(by[0]!)} as key_0 from ${from} where ${where}
    order by ${sql.raw(by[0]!)} desc limit ${limit})`;
}

/** Returns as many of a list's tasks as are counted, in any order. */
function anyOf(
  context: ReadContext<Member>,
  filters: TaskFilters,
  counting: Omit<TaskSelection, "filters"> & { upTo: number },
): RawBuilder<unknown> {
  const { sort, upTo } = counting;
  const arms = armsOf(filters, sort, context.now);
  return arms.length === 1
    ? firstOf(context, arms[0]!, counting)
    : mergedArms(taskOrders[sort], { limit: upTo }, partsOf(context, arms, sort));
}

function firstOf(
  { actor }: ReadContext<Member>,
  filters: TaskFilters,
  { sort, matches, upTo }: Omit<TaskSelection, "filters"> & { upTo: number },
): RawBuilder<unknown> {
  const { from } = taskSource(filters, sort);
  return sql`(select 1 from ${from} where ${taskConditions(actor, filters, sort, matches)}
    limit ${sql.lit(upTo)})`;
}

function partsOf(
  { actor }: ReadContext<Member>,
  arms: readonly TaskFilters[],
  sort: TaskSort,
): ListArm[] {
  return arms.map((filters) => {
    const { from, order } = taskSource(filters, sort);
    return { by: order.by, from, where: taskConditions(actor, filters, sort) };
  });
}
