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

/** Which tasks a list has, and in which order. What its filters name is looked up already. */
export interface TaskSelection {
  filters: TaskFilters;
  sort: TaskSort;
  /** How many of the newest matches of a text to look at; without it, as many as are ever looked at. */
  matches?: number | undefined;
  /** Whether they are known to be so few that they are sorted sooner than found in another order. */
  few?: boolean | undefined;
}

/** What is told of each task, and the joins that this needs beside `tasks t`. */
export interface Telling {
  json: RawBuilder<unknown>;
  joins: RawBuilder<unknown>;
}

/** One page of a list of tasks. @throws Invalid for a cursor of another list */
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
    const { json, joins } = telling;
    return await readPage<T>(context, order, page, { json, from: sql`${from} ${joins}`, where });
  }
  return await readMerged(context, { sort, arms: partsOf(context, arms, sort) }, page, telling);
}

/** How many tasks are looked at for each of a page while an order is walked, and how many at most. */
const WALKED_FOR_EACH = 200;
const MOST_WALKED = 5_000;

/**
 * One page in an order that the indexes of filters don't have: the order's own is walked as long as what fits may well
 * be near; otherwise all that fit are sorted, by their keys alone.
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
  // The plus keeps SQLite from walking the order's index after all
  const by = [`+${first}`, ...others];
  const arms = partsOf(context, armsOf(filters, base, context.now), base)
    .map((arm) => ({ ...arm, by }));
  return await readMerged(context, { sort, arms }, page, telling);
}

/** One page that a walk of its order finds soon enough; undefined where it doesn't. */
async function readWalked<T>(
  context: ReadContext<Member>,
  { filters, sort }: TaskSelection,
  page: PageRequest,
  { json, joins }: Telling,
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
    json,
    from: sql`${from} ${joins}`,
    where,
  });
  return end && found.nextCursor === null ? undefined : found;
}

/** One page of lists in the same order, of which each gives no more than its keys until they are merged. */
async function readMerged<T>(
  context: ReadContext<Member>,
  { sort, arms }: { sort: TaskSort; arms: readonly ListArm[] },
  page: PageRequest,
  { json, joins }: Telling,
): Promise<ListPage<T>> {
  const order = taskOrders[sort];
  const merged = mergedArms(order, { ...page, limit: page.limit + 1 }, arms);
  const id = sql.raw(`merged.key_${order.by.length - 1}`);
  return await readPage<T>(
    context,
    { ...order, by: order.by.map((_, n) => `merged.key_${n}`) },
    page,
    { json, from: sql`${merged} merged cross join tasks t on t.id = ${id} ${joins}`, where: [] },
  );
}

/** How many tasks a list has, counted up to a number. */
export async function countTasks(
  context: ReadContext<Member>,
  { filters, sort: asked, matches }: TaskSelection,
  upTo: number,
): Promise<number> {
  const sort = keepsOrder(asked) ? asked : sortedFrom(filters);
  if (filters.q && matches === undefined) {
    // Of a text that many have the newest matches are enough to count so far
    const newest = await countTasks(context, { filters, sort, matches: 2 * upTo }, upTo);
    if (newest === upTo) return newest;
  }
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${anyOf(context, filters, { sort, matches, upTo })}`.execute(
    context.db,
  );
  return rows[0]!.n;
}

/** How many tasks of a list each of some records has, by their ids, counted up to a number: all in one statement. */
export async function countTasksOfEach(
  context: ReadContext<Member>,
  filters: TaskFilters,
  { field, ids }: { field: "assigneeId" | "projectId" | "label"; ids: readonly string[] },
  upTo: number,
): Promise<Map<string, number>> {
  const narrowed = { ...filters, [field]: [EACH_ASKED] };
  // However few of somebody's tasks are a team's, its own order by hand goes past none of the others
  const sort = filters.teamId?.length === 1 && field !== "label" ? "position" : "-createdAt";
  const { rows } = await sql<{ id: string; n: number }>`
    select asked.value as id,
      (select count(*) from ${anyOf(context, narrowed, { sort, upTo })}) as n
    from json_each(${JSON.stringify(ids)}) asked`.execute(context.db);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** The ids of a list's newest tasks, as `key_0` of a table. @param filters with ids for all that they name */
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

/** As many of a list's tasks as are counted, whichever. */
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
