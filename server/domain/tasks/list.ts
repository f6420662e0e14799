import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import type { ListPage } from "../core/page.ts";
import { cacheKeyOf, type TaskCacheKey } from "./cache_keys.ts";
import { requireOneTeam } from "./order.ts";
import { readTasks, type Telling } from "./read_list.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import { type Task, TaskList } from "./schema.ts";
import { requireResolved } from "./resolve_filters.ts";

/**
 * Tasks that the actor may see, newest first unless sorted otherwise; drafts only when asked for; archived ones
 * never. By deadline, in either direction, tasks without one come last; by position they are in one team's order by hand.
 * @throws Invalid for an order by hand of not one team, and naming each filter whose team, project, person or label isn't here for the actor
 */
export const listTasks = query({
  name: "tasks.list",
  scope: "tasks.read",
  input: TaskList,
  async run(context, { sort, limit, cursor, ...given }) {
    const filters = await requireResolved(context, given);
    requireOneTeam(sort, filters.teamId);
    return await readTaskPage(context, { ...filters, sort, limit, cursor });
  },
});

/**
 * The same tasks in the same order, each by its cache key alone.
 * @throws what `listTasks` throws
 */
export const listTaskCacheKeys = query({
  name: "tasks.listCacheKeys",
  scope: "tasks.read",
  input: TaskList,
  async run(context, { sort, limit, cursor, ...given }): Promise<ListPage<TaskCacheKey>> {
    const filters = await requireResolved(context, given);
    requireOneTeam(sort, filters.teamId);
    const list = { ...filters, sort, limit, cursor };
    return await readPageOf<TaskCacheKey>(context, list, cacheKeyOf(context.actor));
  },
});

/** One page of a list, its sort checked and what its filters name looked up already. */
export function readTaskPage(
  context: ReadContext<Member>,
  list: TaskList,
): Promise<ListPage<Task>> {
  return readPageOf<Task>(context, list, {
    json: sql`json_object(${taskJsonFields(context.services.settings.origin)})`,
    joins: taskJoinsFor(context.actor),
  });
}

async function readPageOf<T>(
  context: ReadContext<Member>,
  { sort, limit, cursor, ...filters }: TaskList,
  telling: Telling,
): Promise<ListPage<T>> {
  const read = (matches?: number) =>
    readTasks<T>(context, { filters, sort, matches }, { limit, cursor }, telling);
  // The newest matches of a text make up most first pages; only where they don't, all that count are read.
  if (!filters.q || cursor || sort !== "-createdAt") return await read();
  const newest = await read(2 * limit);
  return newest.nextCursor === null ? await read() : newest;
}
