import type { Member } from "../../domain/core/actor.ts";
import type { ListGroup } from "../../../views/tasks/group.tsx";
import type { More } from "../../../views/tasks/more.tsx";
import { listPath, type ListQuery } from "../../../views/paths.ts";
import { shownGrouping } from "../../../views/tasks/grouping.ts";
import { priorityWords, statusWords } from "../../../views/ui/words.ts";
import type { ListPage } from "../../domain/core/page.ts";
import { LARGEST_PAGE } from "../../domain/core/page_size.ts";
import type { TaskEdition } from "../../domain/tasks/editions.ts";
import { COUNTED_UP_TO, groupTasks, type TaskGroup } from "../../domain/tasks/groups.ts";
import type { TaskGrouping } from "../../domain/tasks/schema.ts";
import { listTaskEditions } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Priority, TaskStatus } from "../../domain/vocabulary.ts";
import type { PageContext } from "../context.ts";
import { labelsOf, membersOf } from "../choices.ts";
import { drawRows } from "./drawn_rows.ts";
import { filtersOf, queryOf } from "./list_query.ts";
import { openedFurther, type OpenedRows } from "./opened_rows.ts";

/** Rows of a list without groups, and of each further page. */
const PAGE_ROWS = 50;

/** A list that is asked for, and how far its groups are opened. */
export interface AskedList {
  query: ListQuery;
  url: URL;
  opened: OpenedRows;
}

/** A list without groups, from its start or from a cursor on. */
export async function ungroupedRows(
  at: PageContext<Member>,
  { query, url, opened }: AskedList,
  cursor: string | undefined,
): Promise<ListGroup[]> {
  const key = "all";
  const { tasks, next } = await readList(at, query, opened.get(key) ?? PAGE_ROWS, cursor);
  if (tasks.length === 0) return [];
  const shown = tasks.length;
  const more = moreAfter(url, query, next, { key, shown });
  const [rows] = await drawRows(at, query, [{ tasks }]);
  const name = "All tasks";
  return [{ by: "none", key, name, count: shown, countedOut: next !== null, rows, shown, more }];
}

/** The groups of a list, each opened as far as it was. */
export async function groupedRows(
  at: PageContext<Member>,
  asked: AskedList,
  by: Exclude<TaskGrouping, "none">,
): Promise<ListGroup[]> {
  const { query } = asked;
  const found = await at.askOnce(groupTasks, {
    ...filtersOf(query),
    ...(query.sort ? { sort: query.sort } : {}),
    group: by,
    columns: query.layout === "board",
  });
  const labels = by === "label" ? await labelsOf(at) : [];
  const members = by === "assignee" && query.assigneeId ? await membersOf(at) : [];
  const known = new Map([...labels, ...members].map(({ id, name }) => [id, name]));
  const opened = await Promise.all(found.map((group) => openedGroup(at, asked, by, group)));
  const lists = opened.map(({ tasks }, n) => ({ tasks, sharing: sharing(by, found[n]!.key) }));
  const rows = await drawRows(at, query, lists);
  return found.map((group, n) => ({
    by,
    key: group.key,
    name: group.name ?? known.get(group.key) ?? nameOf(by, group.key),
    count: group.count,
    countedOut: group.count >= COUNTED_UP_TO,
    color: labels.find(({ id }) => id === group.key)?.color,
    rows: rows[n],
    shown: opened[n]!.tasks.length,
    more: opened[n]!.more,
  }));
}

/** The group's key where it shares its tasks with others: a task has several labels. */
function sharing(by: TaskGrouping, key: string): string | undefined {
  return by === "label" ? key : undefined;
}

const nameless = { assignee: "Nobody", project: "No project", label: "No label" } as const;

function nameOf(by: Exclude<TaskGrouping, "none">, key: string): string {
  if (by === "status") return statusWords[key as TaskStatus];
  if (by === "priority") return priorityWords[key as Priority];
  return key === "me" ? "You" : nameless[by];
}

/** A group's first tasks and as many of the others as were opened. */
async function openedGroup(
  at: PageContext<Member>,
  { query, url, opened }: AskedList,
  by: Exclude<TaskGrouping, "none">,
  group: TaskGroup,
): Promise<{ tasks: readonly TaskEdition[]; more: More | null }> {
  const { key } = group;
  const narrowed = { ...query, group: "none", [filterOf[by]]: key };
  let { tasks } = group;
  let next: string | undefined | null = group.collapsed ? undefined : group.nextCursor;
  const missing = (opened.get(key) ?? 0) - tasks.length;
  if (next !== null && missing > 0) {
    const rest = await readList(at, narrowed, missing, next);
    tasks = [...tasks, ...rest.tasks];
    next = rest.next;
  }
  return { tasks, more: moreAfter(url, narrowed, next, { key, shown: tasks.length }) };
}

/** The filter that narrows a list to one of its groups. */
const filterOf = {
  status: "status",
  priority: "priority",
  assignee: "assigneeId",
  project: "projectId",
  label: "label",
} as const satisfies Record<Exclude<TaskGrouping, "none">, keyof ListQuery>;

/** Further rows of a list or of one of its groups, and where the next ones are. @param url the list's, opened so far */
export async function furtherRows(
  at: PageContext<Member>,
  narrowed: ListQuery,
  cursor: string | undefined,
  { url, key, shown }: { url: URL | null; key: string; shown: number },
) {
  const { tasks, next } = await readList(at, narrowed, PAGE_ROWS, cursor);
  const list = url ? queryOf(url.searchParams) : { group: "none" };
  const [rows] = await drawRows(at, list, [{ tasks, sharing: sharing(shownGrouping(list), key) }]);
  const opened = url && openedFurther(url, key, shown + tasks.length);
  const after = url && opened ? new URL(opened, url) : url;
  const more = moreAfter(after, narrowed, next, { key, shown: shown + tasks.length });
  return { rows, more, opened };
}

/** As many tasks of a list as are asked for. */
async function readList(
  at: PageContext<Member>,
  query: ListQuery,
  count: number,
  from: string | undefined,
): Promise<{ tasks: TaskEdition[]; next: string | null }> {
  const tasks: TaskEdition[] = [];
  let next: string | null = from ?? null;
  do {
    const page: ListPage<TaskEdition> = await at.ask(listTaskEditions, {
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
 * Where the rest of a group is: the same list, narrowed to it, from its last row on.
 * @param next the cursor; undefined where the rest is all of it, null where there is none
 */
function moreAfter(
  url: URL | null,
  narrowed: ListQuery,
  next: string | null | undefined,
  { key, shown }: { key: string; shown: number },
): More | null {
  if (next === null) return null;
  const fits = url !== null && openedFurther(url, key, shown + PAGE_ROWS) !== null;
  // On a page of its own the rest is a list, however the rest of it is laid out.
  const href = listPath({ ...narrowed, layout: undefined }, next);
  return { href, inPlace: fits ? { key, shown } : null };
}
