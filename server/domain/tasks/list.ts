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
 * Lists the tasks that the actor can see, newest first by default. Drafts are listed only on request, and archived
 * tasks never. Sorted by deadline in either direction, tasks without one come last. Sorted by position, they are in a
 * team's manual order.
 * @throws Invalid for a manual order without exactly one team, and for each filter whose record the actor can't see
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
 * Lists the cache keys of the same tasks, in the same order.
 * @throws errors of `listTasks`
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

/** Reads one page of a list, with a valid order and resolved filters. */
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
  // The newest matches of a text usually fill the first page. Otherwise, all matches up to the maximum are read.
  if (!filters.q || cursor || sort !== "-createdAt") return await read();
  const newest = await read(2 * limit);
  return newest.nextCursor === null ? await read() : newest;
}
