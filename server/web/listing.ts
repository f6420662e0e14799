import type { Context } from "hono";
import type { ListGroup } from "../../views/tasks/group.tsx";
import type { FilterChip, TaskListProps } from "../../views/tasks/list.tsx";
import { listPath, type ListQuery } from "../../views/paths.ts";
import { type Grouping, groupings, priorityWords, statusWords } from "../../views/ui/words.ts";
import { listLabels } from "../domain/labels/list.ts";
import { perform } from "../domain/operation.ts";
import { listAll } from "../domain/page.ts";
import { listMembers } from "../domain/profiles/list.ts";
import { COUNTED_UP_TO, groupRows, groupTasks, type TaskGroup } from "../domain/tasks/groups.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { parseJson } from "../domain/tasks/record.ts";
import type { Priority, TaskStatus } from "../domain/tasks/schema.ts";
import { listTeams } from "../domain/teams/list.ts";
import type { Env } from "../http/env.ts";

const fields = ["q", "teamId", "status", "priority", "assigneeId", "label"] as const;
/** Rows of a list without groups, and of each further page. */
const PAGE_ROWS = 50;

/** What a URL asks of a list; unknown parameters are not a page's business. */
export function queryOf(search: URLSearchParams): ListQuery {
  const query: ListQuery = {};
  for (const field of fields) query[field] = search.get(field) || undefined;
  const group = search.get("group");
  query.group = group && group !== "status" && isGrouping(group) ? group : undefined;
  if (query.group === "none") query.sort = search.get("sort") || undefined;
  return query;
}

function isGrouping(word: string): word is Grouping {
  return (groupings as readonly string[]).includes(word);
}

function filtersOf(query: ListQuery): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => query[field] ? [[field, query[field]]] : []),
  );
}

/** A further page of a list without groups, and where the next one is. */
export async function readPage(c: Context<Env>, query: ListQuery, cursor?: string) {
  const page = await perform(c.get("deps"), c.get("member"), listTasks, {
    ...filtersOf(query),
    ...(query.sort ? { sort: query.sort } : {}),
    ...(cursor ? { cursor } : {}),
    limit: PAGE_ROWS,
  });
  const more = page.nextCursor ? listPath({ ...query, group: "none" }, page.nextCursor) : null;
  return { tasks: parseJson(page.records), more };
}

/** Everything that a list shows. */
export async function readListing(
  c: Context<Env>,
  query: ListQuery,
  cursor?: string,
): Promise<TaskListProps> {
  const { now, timeZone } = {
    now: c.get("deps").clock(),
    timeZone: c.get("member").workspace.timeZone,
  };
  const groups = query.group === "none"
    ? await ungrouped(c, query, cursor)
    : await grouped(c, query);
  return {
    reading: { now, timeZone },
    query,
    chips: await chipsOf(c, query),
    groups,
    continued: cursor !== undefined,
  };
}

async function ungrouped(
  c: Context<Env>,
  query: ListQuery,
  cursor: string | undefined,
): Promise<ListGroup[]> {
  const { tasks, more } = await readPage(c, query, cursor);
  if (tasks.length === 0) return [];
  const count = tasks.length;
  return [{ by: "none", key: "all", name: "All tasks", count, countedOut: false, tasks, more }];
}

async function grouped(c: Context<Env>, query: ListQuery): Promise<ListGroup[]> {
  const by = (query.group ?? "status") as Grouping;
  const found = await perform(c.get("deps"), c.get("member"), groupTasks, {
    ...filtersOf(query),
    group: by,
  });
  const colors = by === "label" ? await labelColors(c) : new Map<string, string>();
  const names = query.assigneeId && by === "assignee" ? await memberNames(c) : new Map();
  return found.map((group) => ({
    by,
    key: group.key,
    name: group.name ?? names.get(group.key) ?? nameOf(by, group.key),
    count: group.count,
    countedOut: group.count >= COUNTED_UP_TO,
    ...(colors.has(group.key) ? { color: colors.get(group.key)! } : {}),
    tasks: groupRows(group),
    more: moreOf(by, group, query),
  }));
}

function nameOf(by: Grouping, key: string): string {
  if (by === "status") return statusWords[key as TaskStatus];
  if (by === "priority") return priorityWords[key as Priority];
  if (by === "label") return "No label";
  return key === "me" ? "You" : "Nobody";
}

/** Where the rest of a group is: the same list, narrowed to the group, from its last row on. */
function moreOf(by: Grouping, group: TaskGroup, query: ListQuery): string | null {
  if (!group.nextCursor && !group.collapsed) return null;
  if (by === "label" && group.key === "none") return null;
  const field = by === "assignee" ? "assigneeId" : by;
  const narrowed = { ...query, group: "none", sort: undefined, [field]: group.key };
  return listPath(narrowed, group.nextCursor ?? undefined);
}

async function chipsOf(c: Context<Env>, query: ListQuery): Promise<FilterChip[]> {
  const chips: FilterChip[] = [];
  const add = (field: keyof ListQuery, name: string, value: string) =>
    chips.push({ field: name, value, without: listPath({ ...query, [field]: undefined }) });
  if (query.q) add("q", "Contains", query.q);
  if (query.teamId) add("teamId", "Team", await teamName(c, query.teamId));
  if (query.status) add("status", "Status", words(query.status, statusWords));
  if (query.priority) add("priority", "Priority", words(query.priority, priorityWords));
  if (query.assigneeId) add("assigneeId", "Assignee", await assigneeName(c, query.assigneeId));
  if (query.label) add("label", "Label", query.label);
  return chips;
}

function words(list: string, names: Record<string, string>): string {
  return list.split(",").map((word) => names[word.trim()] ?? word).join(", ");
}

async function assigneeName(c: Context<Env>, id: string): Promise<string> {
  if (id === "me") return "you";
  if (id === "none") return "nobody";
  return (await memberNames(c)).get(id) ?? "somebody who left";
}

async function teamName(c: Context<Env>, id: string): Promise<string> {
  const teams = await listAll(c.get("deps"), c.get("member"), listTeams);
  return teams.find((team) => team.id === id)?.name ?? "unknown";
}

async function memberNames(c: Context<Env>): Promise<Map<string, string>> {
  const members = await listAll(c.get("deps"), c.get("member"), listMembers);
  return new Map(members.map(({ id, name }) => [id, name]));
}

async function labelColors(c: Context<Env>): Promise<Map<string, string>> {
  const labels = await listAll(c.get("deps"), c.get("member"), listLabels);
  return new Map(labels.map(({ id, color }) => [id, color]));
}
