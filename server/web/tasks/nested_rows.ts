import type { Nesting } from "../../../views/tasks/nested.tsx";
import type { Member } from "../../domain/core/actor.ts";
import type { TaskRef } from "../../domain/refs/schema.ts";
import type { TaskCacheKey } from "../../domain/tasks/cache_keys.ts";
import { findParents } from "../../domain/tasks/find_parents.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import type { RowList } from "./drawn_rows.ts";

/**
 * Nests sub-tasks under parents in the same list. Others stay in place and name their parent.
 * @param folded the IDs of collapsed parents
 */
export async function nested(
  at: PageContext<Member>,
  lists: readonly RowList[],
  folded: readonly string[],
): Promise<RowList[]> {
  const parents = await parentsIn(at, lists);
  return lists.map((list) => ({ ...list, ...nestedList(list.tasks, parents, folded) }));
}

/** Names the parent of each sub-task. */
export async function withParents(
  at: PageContext<Member>,
  lists: readonly RowList[],
): Promise<readonly RowList[]> {
  const parents = await parentsIn(at, lists);
  if (parents.size === 0) return lists;
  const nestingOf = ([id]: TaskCacheKey) => ({ ...alone, parent: parents.get(id) ?? null });
  return lists.map((list) => ({ ...list, nestings: list.tasks.map(nestingOf) }));
}

const alone = { depth: 0, hidden: false, fold: null };

/** Reads the parents of tasks, by task ID. */
async function parentsIn(
  at: PageContext<Member>,
  lists: readonly RowList[],
): Promise<Map<string, TaskRef>> {
  const ids = [...new Set(lists.flatMap(({ tasks }) => tasks.map(([id]) => id)))];
  const parents = new Map<string, TaskRef>();
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const found = await at.askOnce(findParents, { ids: ids.slice(from, from + MOST_AT_ONCE) });
    for (const [id, parent] of found) parents.set(id, parent);
  }
  return parents;
}

function nestedList(
  tasks: readonly TaskCacheKey[],
  parents: ReadonlyMap<string, TaskRef>,
  folded: readonly string[],
): { tasks: TaskCacheKey[]; nestings: Nesting[] } {
  const here = new Set(tasks.map(([id]) => id));
  const below = Map.groupBy(tasks, ([id]) => {
    const parent = parents.get(id)?.id;
    return parent !== undefined && here.has(parent) ? parent : null;
  });
  const placed: TaskCacheKey[] = [];
  const nestings: Nesting[] = [];
  const place = (task: TaskCacheKey, depth: number, hidden: boolean) => {
    const [id] = task;
    const children = below.get(id) ?? [];
    const isFolded = folded.includes(id);
    placed.push(task);
    nestings.push({
      depth,
      hidden,
      fold: children.length > 0 ? { key: id, folded: isFolded, count: children.length } : null,
      parent: depth === 0 ? parents.get(id) ?? null : null,
    });
    for (const child of children) place(child, depth + 1, hidden || isFolded);
  };
  for (const task of below.get(null) ?? []) place(task, 0, false);
  return { tasks: placed, nestings };
}
