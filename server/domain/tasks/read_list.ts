import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import {
  type ListArm,
  type ListPage,
  mergedArms,
  type PageRequest,
  readPage,
} from "../core/page.ts";
import { armsOf } from "./filters/driver.ts";
import { EACH_ASKED, taskConditions, taskSource } from "./filters/sql.ts";
import { taskOrders } from "./order.ts";
import type { TaskFilters } from "./filters/schema.ts";
import type { TaskSort } from "./schema.ts";

/** Which tasks a list has, and in which order. What its filters name is looked up already. */
export interface TaskSelection {
  filters: TaskFilters;
  sort: TaskSort;
  /** How many of the newest matches of a text to look at; without it, as many as are ever looked at. */
  matches?: number | undefined;
}

/** What is told of each task, and the joins that this needs beside `tasks t`. */
export interface Telling {
  json: RawBuilder<unknown>;
  joins: RawBuilder<unknown>;
}

/** One page of a list of tasks. @throws Invalid for a cursor of another list */
export async function readTasks<T>(
  context: ReadContext<Member>,
  { filters, sort, matches }: TaskSelection,
  page: PageRequest,
  { json, joins }: Telling,
): Promise<ListPage<T>> {
  const arms = armsOf(filters, sort, context.now);
  const [only, ...others] = arms;
  if (only && others.length === 0) {
    const { from, order } = taskSource(only, sort);
    const where = [taskConditions(context.actor, only, sort, matches)];
    return await readPage<T>(context, order, page, { json, from: sql`${from} ${joins}`, where });
  }
  const order = taskOrders[sort];
  const merged = mergedArms(
    order,
    { ...page, limit: page.limit + 1 },
    partsOf(context, arms, sort),
  );
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
  { filters, sort, matches }: TaskSelection,
  upTo: number,
): Promise<number> {
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
