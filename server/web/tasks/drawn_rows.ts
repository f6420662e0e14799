import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ListQuery } from "../../../views/paths.ts";
import { TaskCard } from "../../../views/tasks/card.tsx";
import { nestedRow, type Nesting } from "../../../views/tasks/nested.tsx";
import { rowInGroup, TaskRow } from "../../../views/tasks/row.tsx";
import type { PageClock } from "../../../views/ui/time.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { TaskCacheKey } from "../../domain/tasks/cache_keys.ts";
import { findSeveralTasks } from "../../domain/tasks/find_several.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { pageClockOf } from "../page_clock.ts";

/** Tasks with consecutive rows. */
export interface RowList {
  tasks: readonly TaskCacheKey[];
  /** The group's key, if tasks can be in several groups. */
  sharing?: string | undefined;
  /** The nesting of each task, if sub-tasks are nested. */
  nestings?: readonly Nesting[];
}

/**
 * Draws the rows of several lists, or the cards of a board's columns. Rows with the same cache key are drawn once a day.
 */
export async function drawRows(
  at: PageContext<Member>,
  { layout }: ListQuery,
  lists: readonly RowList[],
): Promise<Child[]> {
  const clock = pageClockOf(at);
  const drawing: Drawing = layout === "board"
    ? { clock, of: "card", draw: TaskCard }
    : { clock, of: "row", draw: TaskRow };
  const missing = new Set<string>();
  const rowsOf = ({ tasks }: RowList) =>
    tasks.map((task) => {
      const row = at.memory.rows.get(keyOf(task, drawing));
      if (row === undefined) missing.add(task[0]);
      return row;
    });
  const drawn = lists.map(rowsOf);
  const fresh = missing.size > 0 ? await drawAnew(at, [...missing], drawing) : undefined;
  return lists.map(({ tasks, sharing, nestings }, list) => {
    const rows = drawn[list]!.map((row, n) => row ?? fresh?.get(tasks[n]![0]) ?? "");
    const own = sharing ? rows.map((row) => rowInGroup(row, sharing)) : rows;
    return raw((nestings ? own.map((row, n) => nestedRow(row, nestings[n]!)) : own).join(""));
  });
}

/** How tasks are drawn, and the viewer. */
interface Drawing {
  clock: PageClock;
  of: "row" | "card";
  draw: typeof TaskRow;
}

/** Returns the cache key of a row. Everyone who sees the same data on the same day gets the same row. */
function keyOf([id, version]: TaskCacheKey, { of, clock: { today } }: Drawing): string {
  return `${of} ${id} ${version} ${today}`;
}

/** Reads tasks and draws their rows. Tasks that disappeared since the list was read have none. */
async function drawAnew(at: PageContext<Member>, ids: string[], drawing: Drawing) {
  const rows = new Map<string, string>();
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const found = await at.ask(findSeveralTasks, { ids: ids.slice(from, from + MOST_AT_ONCE) });
    for (const { cacheKey, record } of found) {
      const row = String(drawing.draw({ task: parseJson(record), clock: drawing.clock }));
      rows.set(cacheKey[0], row);
      at.memory.rows.keep(keyOf(cacheKey, drawing), row);
    }
  }
  return rows;
}
