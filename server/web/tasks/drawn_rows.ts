import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { rowInGroup, TaskRow } from "../../../views/tasks/row.tsx";
import type { ReaderClock } from "../../../views/ui/time.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTasks, type TaskEdition } from "../../domain/tasks/editions.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { readerClockOf } from "../reader_clock.ts";

/** Tasks whose rows stand one after another. */
export interface RowList {
  tasks: readonly TaskEdition[];
  /** The group's key, where a task can stand in several of them. */
  sharing?: string | undefined;
}

/** The rows of several lists. Only those that nobody was shown in the same edition on the same day are drawn. */
export async function drawRows(
  at: PageContext<Member>,
  lists: readonly RowList[],
): Promise<Child[]> {
  const reading = readerClockOf(at);
  const missing = new Set<string>();
  const rowsOf = ({ tasks }: RowList) =>
    tasks.map((task) => {
      const row = at.memory.rows.get(keyOf(task, reading));
      if (row === undefined) missing.add(task[0]);
      return row;
    });
  const drawn = lists.map(rowsOf);
  const fresh = missing.size > 0 ? await drawAnew(at, [...missing], reading) : undefined;
  return lists.map(({ tasks, sharing }, list) => {
    const rows = drawn[list]!.map((row, n) => row ?? fresh?.get(tasks[n]![0]) ?? "");
    return raw((sharing ? rows.map((row) => rowInGroup(row, sharing)) : rows).join(""));
  });
}

/** The same row is shown to everybody who is told the same of its task on the same day, wherever they are. */
function keyOf([id, edition]: TaskEdition, { today }: ReaderClock): string {
  return `${id} ${edition} ${today}`;
}

/** Reads tasks and draws their rows. A task that is gone, or out of sight, since the list was read has none. */
async function drawAnew(at: PageContext<Member>, ids: string[], reading: ReaderClock) {
  const rows = new Map<string, string>();
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const found = await at.ask(findTasks, { ids: ids.slice(from, from + MOST_AT_ONCE) });
    for (const { edition, record } of found) {
      const row = String(TaskRow({ task: parseJson(record), reading }));
      rows.set(edition[0], row);
      at.memory.rows.keep(keyOf(edition, reading), row);
    }
  }
  return rows;
}
