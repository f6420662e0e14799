import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { readPage } from "../core/page.ts";
import { visibleProject } from "../visibility/projects.ts";
import { taskConditions, taskSource } from "./filters/sql.ts";
import { parseJson } from "../core/json.ts";
import { editionOf, type TaskEdition } from "./editions.ts";
import {
  type GroupSort,
  groupSorts,
  type TaskFilters,
  taskFilters,
  type TaskGrouping,
  taskGroupings,
} from "./schema.ts";
import { closedStatuses, priorities, taskStatuses } from "../vocabulary.ts";
import { requireResolved } from "./resolve_filters.ts";

/** How many rows of a group come at first, and how far its tasks are counted. */
const FIRST_ROWS = 25;
export const COUNTED_UP_TO = 100;

export interface TaskGroup {
  /** A status, a priority, a profile's, label's or project's id, `none` for the rest, or `all`. */
  key: string;
  /** What it is called, for groups that are records. */
  name: string | null;
  /** Counted up to `COUNTED_UP_TO`; that number means "at least". */
  count: number;
  tasks: readonly TaskEdition[];
  nextCursor: string | null;
  /** Whether its rows were left out to be asked for. */
  collapsed: boolean;
}

/**
 * The first tasks of every group that isn't empty, and how many there are.
 * @throws Invalid naming each filter whose record isn't here for the actor
 */
export const groupTasks = query({
  name: "tasks.group",
  scope: "tasks.read",
  input: z.strictObject({
    ...taskFilters,
    group: z.enum(taskGroupings).default("status"),
    sort: z.enum(groupSorts, `Within groups, use one of ${groupSorts.join(", ")}.`)
      .default("-createdAt"),
  }),
  async run(context, { group, sort, ...given }): Promise<TaskGroup[]> {
    const filters = await requireResolved(context, given);
    const groups: TaskGroup[] = [];
    for (const candidate of await candidates(context, group, filters)) {
      const found = await readGroup(context, sort, candidate);
      if (found) groups.push(found);
    }
    return groups;
  },
});

interface Candidate {
  key: string;
  name: string | null;
  filters: TaskFilters;
  collapsed?: boolean;
}

async function candidates(
  context: ReadContext<Member>,
  group: TaskGrouping,
  filters: TaskFilters,
): Promise<Candidate[]> {
  switch (group) {
    case "none":
      return [{ key: "all", name: null, filters }];
    case "status":
      return taskStatuses.filter((status) => filters.status?.includes(status) ?? true)
        .map((status) => ({
          key: status,
          name: null,
          filters: { ...filters, status: [status] },
          collapsed: !filters.status && closedStatuses.includes(status),
        }));
    case "priority":
      return priorities.filter((word) => filters.priority?.includes(word) ?? true).toReversed()
        .map((word) => ({ key: word, name: null, filters: { ...filters, priority: [word] } }));
    case "assignee":
      return await byAssignee(context, filters);
    case "label":
      return await byLabel(context, filters);
    case "project":
      return await byProject(context, filters);
  }
}

async function byAssignee(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<Candidate[]> {
  if (filters.assigneeId) return [{ key: filters.assigneeId, name: null, filters }];
  const people = await db.selectFrom("profiles").select(["id", "name"])
    .where("workspace_id", "=", actor.workspace.id)
    .orderBy((e) => sql`${e.ref("id")} = ${actor.profile.id}`, "desc").orderBy("name").execute();
  return [
    ...people.map(({ id, name }) => ({ key: id, name, filters: { ...filters, assigneeId: id } })),
    { key: "none", name: null, filters: { ...filters, assigneeId: "none" } },
  ];
}

async function byLabel(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<Candidate[]> {
  const labels = await db.selectFrom("task_labels").select(["id", "name"])
    .where("workspace_id", "=", actor.workspace.id).orderBy("name").execute();
  const chosen = filters.label;
  const shown = labels.filter(({ id }) => !chosen || id === chosen);
  const unlabelled: Candidate = { key: "none", name: null, filters: { ...filters, label: "none" } };
  return [
    ...shown.map(({ id, name }) => ({ key: id, name, filters: { ...filters, label: id } })),
    ...(!chosen || chosen === "none" ? [unlabelled] : []),
  ];
}

/** Projects that hold tasks, archived ones too, by name; then what is in none, or in one that the actor can't see. */
async function byProject(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<Candidate[]> {
  const chosen = filters.projectId;
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from projects p
    where p.workspace_id = ${actor.workspace.id} and ${visibleProject(actor, "p")}
      and exists (select 1 from tasks t where t.workspace_id = p.workspace_id
        and t.project_id = p.id and t.archived_at is null)
    order by p.name collate nocase, p.id`.execute(db);
  const shown = rows.filter(({ id }) => !chosen || id === chosen);
  const groups = shown.map(({ id, name }): Candidate => ({
    key: id,
    name,
    filters: { ...filters, projectId: id },
  }));
  const rest: Candidate = { key: "none", name: null, filters: { ...filters, projectId: "none" } };
  return !chosen || chosen === "none" ? [...groups, rest] : groups;
}

async function readGroup(
  context: ReadContext<Member>,
  sort: GroupSort,
  { key, name, filters, collapsed = false }: Candidate,
): Promise<TaskGroup | null> {
  const { actor } = context;
  const where = taskConditions(actor, filters, sort);
  const { from, order } = taskSource(filters, sort);
  if (collapsed) {
    const count = await countUpTo(context, from, where);
    return count > 0 ? { key, name, count, tasks: [], nextCursor: null, collapsed } : null;
  }
  const { json, joins } = editionOf(actor);
  const page = await readPage<TaskEdition>(context, order, { limit: FIRST_ROWS }, {
    json,
    from: sql`${from} ${joins}`,
    where: [where],
  });
  if (page.size === 0) return null;
  const { nextCursor } = page;
  const tasks = parseJson(page.records);
  const count = nextCursor === null ? page.size : await countUpTo(context, from, where);
  return { key, name, count, tasks, nextCursor, collapsed };
}

async function countUpTo(
  { db }: ReadContext,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from ${from} where ${where} limit ${sql.lit(COUNTED_UP_TO)})`.execute(db);
  return rows[0]!.n;
}
