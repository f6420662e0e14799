import { listPath, type ListQuery } from "../../../views/paths.ts";
import type { More } from "../../../views/tasks/more_rows.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { ListPage } from "../../domain/core/page.ts";
import { LARGEST_PAGE } from "../../domain/core/page_size.ts";
import type { TaskCacheKey } from "../../domain/tasks/cache_keys.ts";
import { listTaskCacheKeys } from "../../domain/tasks/list.ts";
import type { PageContext } from "../context.ts";
import { filtersOf } from "./list_query.ts";
import { openedFurther } from "./opened_rows.ts";

/** The rows on a page of a list without groups. */
export const PAGE_ROWS = 50;

/** Reads a number of tasks of a list. @param from the cursor to start after; defaults to the start of the list */
export async function readList(
  at: PageContext<Member>,
  query: ListQuery,
  count: number,
  from: string | undefined,
): Promise<{ tasks: TaskCacheKey[]; next: string | null }> {
  const tasks: TaskCacheKey[] = [];
  let next: string | null = from ?? null;
  do {
    const page: ListPage<TaskCacheKey> = await at.ask(listTaskCacheKeys, {
      ...filtersOf(query),
      ...(query.sort ? { sort: query.sort } : {}),
      ...(next ? { cursor: next } : {}),
      limit: Math.min(count - tasks.length, LARGEST_PAGE),
    });
    tasks.push(...parseJson(page.records));
    next = page.nextCursor;
  } while (next && tasks.length < count);
  return { tasks, next };
}

/**
 * Returns the link to the rest of a group: the list of this group after its last row. With `anew`, the whole list is
 * loaded again.
 * @param next the cursor; `undefined` if the rest is the whole group, `null` without a rest
 */
export function moreAfter(
  url: URL | null,
  narrowed: ListQuery,
  next: string | null | undefined,
  { key, shown, anew }: { key: string; shown: number; anew?: boolean },
): More | null {
  if (next === null) return null;
  const further = url && openedFurther(url, key, shown + PAGE_ROWS);
  if (anew && further) return { href: further, inPlace: null, anew };
  // The rest of a group is a plain list on its own page, without the layout and the view.
  const { view: _view, since: _since, ...list } = narrowed;
  const href = listPath({ ...list, layout: undefined }, next);
  return { href, inPlace: further ? { key, shown } : null };
}
