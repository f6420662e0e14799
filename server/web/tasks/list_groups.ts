import { listPath, type ListQuery, onlyRecord } from "../../../views/paths.ts";
import type { ListGroup } from "../../../views/tasks/group.tsx";
import { columnsOf, shownGrouping, shownSubgrouping } from "../../../views/tasks/grouping.ts";
import type { More } from "../../../views/tasks/more_rows.tsx";
import { groupingWords, priorityWords, statusWords } from "../../../views/ui/words.ts";
import type { Member } from "../../domain/core/actor.ts";
import type { ListLook } from "../../domain/preferences/schema.ts";
import type { TaskCacheKey } from "../../domain/tasks/cache_keys.ts";
import type { TaskGroup } from "../../domain/tasks/group.ts";
import { groupField } from "../../domain/tasks/group_candidates.ts";
import { groupTasks } from "../../domain/tasks/groups.ts";
import type { TaskGrouping } from "../../domain/tasks/schema.ts";
import type { Priority, TaskStatus } from "../../domain/vocabulary.ts";
import { labelsNamed, membersNamed } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { drawRows, type RowList } from "./drawn_rows.ts";
import { filtersOf, searchIn } from "./list_query.ts";
import { listShown } from "./list_shown.ts";
import { nested, withParents } from "./nested_rows.ts";
import { openedFurther, type OpenedRows } from "./opened_rows.ts";
import { moreAfter, PAGE_ROWS, readList } from "./read_rows.ts";

/** A requested list, and how many rows of its groups are shown. */
export interface AskedList {
  query: ListQuery;
  url: URL;
  opened: OpenedRows;
  look: ListLook;
}

/** Returns whether sub-tasks are nested under their parents. */
const isNested = ({ query, look }: AskedList) =>
  look.subTasks === "below" && query.layout !== "board";

async function draw(at: PageContext<Member>, asked: AskedList, lists: readonly RowList[]) {
  const { query, look } = asked;
  const placed = isNested(asked)
    ? await nested(at, lists, look.folded)
    : await namingParents(at, query, lists);
  return await drawRows(at, query, placed);
}

/** Names the parents of sub-tasks, unless all belong to one task. */
async function namingParents(
  at: PageContext<Member>,
  { parentId }: ListQuery,
  lists: readonly RowList[],
): Promise<readonly RowList[]> {
  return onlyRecord(parentId) ? lists : await withParents(at, lists);
}

/** Reads a list without groups, from its start or from a cursor. */
export async function ungroupedRows(
  at: PageContext<Member>,
  asked: AskedList,
  cursor: string | undefined,
): Promise<ListGroup[]> {
  const { query, url, opened } = asked;
  const key = "all";
  const { tasks, next } = await readList(at, query, opened.get(key) ?? PAGE_ROWS, cursor);
  if (tasks.length === 0) return [];
  const shown = tasks.length;
  const more = moreAfter(url, query, next, { key, shown, anew: isNested(asked) && !cursor });
  const [rows] = await draw(at, asked, [{ tasks }]);
  const name = "All tasks";
  const group = { by: "none", key, id: key, name, count: shown } as const;
  return [{ ...group, countedOut: next !== null, rows, shown, more }];
}

/** Reads the groups of a list with the rows that were shown. */
export async function groupedRows(
  at: PageContext<Member>,
  asked: AskedList,
  by: GroupedBy,
): Promise<ListGroup[]> {
  const { query, opened, look } = asked;
  const subgroup = shownSubgrouping(query);
  const found = await at.askOnce(groupTasks, {
    ...filtersOf(query),
    ...(query.sort ? { sort: query.sort } : {}),
    group: by,
    subgroup,
    opened: subgroup === "none" ? [] : [...opened.keys()],
    ...(query.layout === "board"
      ? {
        columns: true,
        hidden: columnsOf(by, look.hiddenColumns),
        shown: columnsOf(by, look.shownColumns),
      }
      : {}),
  });
  const keys = found.flatMap(({ key, subgroups }) => [key, ...subgroups?.groups.map(keyOf) ?? []]);
  const looks = await looksOf(at, subgroup === "none" ? [by] : [by, subgroup], keys);
  const told = found.map((group) => {
    const outer: GroupPath = [{ by, group }];
    const inner = subgroup === "none" ? undefined : group.subgroups?.groups
      .map((one): GroupPath => [...outer, { by: subgroup, group: one }]);
    return { outer, inner };
  });
  const paths = told.flatMap(({ outer, inner }) => inner ?? [outer]);
  const read = await Promise.all(paths.map((path) => openedGroup(at, asked, path)));
  const lists = read.map(({ tasks }, n) => ({ tasks, sharing: labelOf(paths[n]!) }));
  const rows = await draw(at, asked, lists);
  const shown = new Map(paths.map((path, n) => [path, {
    rows: rows[n]!,
    shown: read[n]!.tasks.length,
    more: read[n]!.more,
  }]));
  return told.map(({ outer, inner }) => {
    if (!inner) return { ...looks(outer), ...shown.get(outer)! };
    const subgroups = inner.map((path) => ({ ...looks(path), ...shown.get(path)! }));
    return { ...looks(outer), ...nothingShown, subgroups, rest: restOf(query, outer) };
  });
}

type GroupedBy = Exclude<TaskGrouping, "none">;
/** A group, or a group and its subgroup, with their groupings. */
type GroupPath = readonly { by: GroupedBy; group: TaskGroup }[];

const nothingShown = { rows: null, shown: 0, more: null };

const keyOf = ({ key }: TaskGroup) => key;
const idOf = (path: GroupPath) => path.map(({ group }) => group.key).join("-");

/** Returns a label group's ID, because tasks can be in several label groups. */
function labelOf(path: GroupPath): string | undefined {
  return path.find(({ by }) => by === "label")?.group.key;
}

/** Returns the names and icons of groups. @param made their grouping @param keys their keys */
async function looksOf(
  at: PageContext<Member>,
  made: readonly GroupedBy[],
  keys: readonly string[],
) {
  const labels = made.includes("label") ? await labelsNamed(at, keys) : [];
  const members = made.includes("assignee") ? await membersNamed(at, keys) : [];
  const known = new Map([...labels, ...members].map(({ id, name }) => [id, name]));
  return (path: GroupPath) => {
    const { by, group } = path.at(-1)!;
    const { key, name, count, atLeast, hidden } = group;
    return {
      by,
      key,
      id: idOf(path),
      name: name ?? known.get(key) ?? nameOf(by, key),
      count,
      countedOut: atLeast,
      hidden,
      color: labels.find(({ id }) => id === key)?.color,
      person: members.find(({ id }) => id === key),
    };
  };
}

const nameless = { assignee: "No assignee", project: "No project", label: "No label" } as const;

function nameOf(by: GroupedBy, key: string): string {
  if (by === "status") return statusWords[key as TaskStatus];
  if (by === "priority") return priorityWords[key as Priority];
  return key === "me" ? "You" : nameless[by];
}

/** Returns the list of a group, which is no longer a view. */
function narrowedTo(query: ListQuery, path: GroupPath): ListQuery {
  const values = path.map(({ by, group }) => [groupField[by], group.key]);
  const { view: _view, since: _since, ...list } = query;
  return { ...list, group: "none", subgroup: undefined, ...Object.fromEntries(values) };
}

/** Returns the link to a whole group with its subgroups, if the page shows only the group's first tasks. */
function restOf(query: ListQuery, path: GroupPath): ListGroup["rest"] {
  const { subgroup } = query;
  if (path[0]!.group.subgroups?.whole || !subgroup) return undefined;
  const by = groupingWords[subgroup as TaskGrouping].toLowerCase();
  return { href: listPath({ ...narrowedTo(query, path), group: subgroup }), by };
}

/** Reads the first tasks of a group and those shown by "Show more". */
async function openedGroup(
  at: PageContext<Member>,
  asked: AskedList,
  path: GroupPath,
): Promise<{ tasks: readonly TaskCacheKey[]; more: More | null }> {
  const { query, url, opened } = asked;
  const { group } = path.at(-1)!;
  if (group.hidden) return { tasks: [], more: null };
  const key = idOf(path);
  const narrowed = narrowedTo(query, path);
  if (group.collapsed && shownSubgrouping(query) !== "none") {
    const href = openedFurther(url, key, PAGE_ROWS);
    const more = href === null
      ? { href: listPath({ ...narrowed, group: query.subgroup }), inPlace: null }
      : { href, inPlace: null, anew: true };
    return { tasks: [], more };
  }
  let { tasks } = group;
  let next: string | undefined | null = group.collapsed ? undefined : group.nextCursor;
  const missing = (opened.get(key) ?? 0) - tasks.length;
  if (next !== null && missing > 0) {
    const rest = await readList(at, narrowed, missing, next);
    tasks = [...tasks, ...rest.tasks];
    next = rest.next;
  }
  const anew = isNested(asked);
  return { tasks, more: moreAfter(url, narrowed, next, { key, shown: tasks.length, anew }) };
}

/** Reads more rows of a list or group, and the link to the next ones. @param url the list's URL with the shown rows */
export async function furtherRows(
  at: PageContext<Member>,
  narrowed: ListQuery,
  cursor: string | undefined,
  { url, key, shown }: { url: URL | null; key: string; shown: number },
) {
  const { tasks, next } = await readList(at, narrowed, PAGE_ROWS, cursor);
  const list = url ? (await listShown(at, searchIn(url))).query : { group: "none" };
  const lists = await namingParents(at, narrowed, [{ tasks, sharing: labelIn(list, key) }]);
  const [rows] = await drawRows(at, list, lists);
  const opened = url && openedFurther(url, key, shown + tasks.length);
  const after = url && opened ? new URL(opened, url) : url;
  const more = moreAfter(after, narrowed, next, { key, shown: shown + tasks.length });
  return { rows, more, opened };
}

/** Reads more rows of a group given by its key. */
function labelIn(list: ListQuery, key: string): string | undefined {
  const at = [shownGrouping(list), shownSubgrouping(list)].indexOf("label");
  return key.split("-")[at];
}
