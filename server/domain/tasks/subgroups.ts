import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { parseJson } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { cursorAfter } from "../core/page.ts";
import { priorityNameOf } from "../vocabulary.ts";
import { cacheKeyOf, type TaskCacheKey } from "./cache_keys.ts";
import { type AskedGroup, COUNTED_UP_TO, isFew, type TaskGroup } from "./group.ts";
import type { GroupCandidate } from "./group_candidates.ts";
import { taskOrders } from "./order.ts";
import { countTasks, readTasks } from "./read_list.ts";
import type { TaskGrouping, TaskSort } from "./schema.ts";

/** The grouping within groups. */
export interface Subgrouping {
  by: Exclude<TaskGrouping, "none">;
  /** The possible subgroups, in order. */
  among: readonly GroupCandidate[];
  /** The number of a group's tasks to read. */
  look: number;
}

/** A task with the keys of its subgroups, and its position in the list. */
type Looked = [...TaskCacheKey, keys: string[], place: (string | number)[]];

/** Reads the first tasks of a group, in its subgroups, with one statement for any number of subgroups. */
export async function readSubgroups(
  context: ReadContext<Member>,
  sort: TaskSort,
  { key, name, filters, known, rows }: AskedGroup,
  { by, among, look }: Subgrouping,
): Promise<TaskGroup> {
  const { parts, joins } = cacheKeyOf(context.actor);
  const order = taskOrders[sort];
  const place = sql.raw(order.by.join(", "));
  const json = sql`json_array(${parts}, ${keysOf(context.actor, by)}, json_array(${place}))`;
  const selection = { filters, sort, few: isFew({ known }) };
  const page = await readTasks<Looked>(context, selection, { limit: look }, { json, joins });
  const whole = page.nextCursor === null;
  const count = whole ? page.size : known ?? await countTasks(context, selection, COUNTED_UP_TO);
  const own = context.actor.profile.id;
  const wordOf = (word: string) =>
    word === own && among.some((one) => one.key === "me") ? "me" : word;
  const split = new Map<string, Looked[]>(among.map((one) => [one.key, []]));
  for (const task of parseJson(page.records)) {
    for (const word of task[2]) split.get(wordOf(word))?.push(task);
  }
  const groups = among.flatMap((one): TaskGroup[] => {
    const tasks = split.get(one.key)!;
    if (tasks.length === 0) return [];
    const shown = tasks.slice(0, rows);
    return [{
      key: one.key,
      name: one.name,
      count: tasks.length,
      atLeast: !whole,
      tasks: shown.map(([id, version]) => [id, version]),
      nextCursor: shown.length < tasks.length ? cursorAfter(order, shown.at(-1)![3]) : null,
      collapsed: false,
    }];
  });
  return {
    key,
    name,
    count,
    atLeast: !whole && count >= COUNTED_UP_TO,
    tasks: [],
    nextCursor: null,
    collapsed: false,
    subgroups: { groups, whole },
  };
}

/** Returns the keys of a task's subgroups as a JSON array. A project that the actor can't see counts as none. */
function keysOf(actor: Member, by: Subgrouping["by"]): RawBuilder<unknown> {
  switch (by) {
    case "status":
      return sql`json_array(t.status)`;
    case "priority":
      return sql.raw(`json_array(${priorityNameOf("t.priority")})`);
    case "assignee":
      return sql`json_array(ifnull(t.assignee_id, 'none'))`;
    case "project":
      return sql.raw(
        `json_array(ifnull(${
          actor.hiddenTeamIds.length === 0 ? "t.project_id" : "seen.id"
        }, 'none'))`,
      );
    case "label":
      return sql`json(ifnull((select json_group_array(k.label_id) from task_label_links k
        where k.task_id = t.id having count(*) > 0), '["none"]'))`;
  }
}
