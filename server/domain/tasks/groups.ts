import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";
import { requireOneTeam } from "./order.ts";
import { countTasks, readTasks } from "./read_list.ts";
import { parseJson } from "../core/json.ts";
import { editionOf, type TaskEdition } from "./editions.ts";
import { type GroupSort, groupSorts, type TaskGrouping, taskGroupings } from "./schema.ts";
import { type TaskFilters, taskFilters } from "./filters/schema.ts";
import { closedStatuses, priorities, statusesInFlow, taskStatuses } from "../vocabulary.ts";
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
 * @param columns whether they are a board's: all with their first tasks, statuses and priorities the empty ones too,
 *   and statuses in the order in which work goes through them
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
    columns: z.boolean().default(false),
  }),
  async run(context, { group, sort, columns, ...given }): Promise<TaskGroup[]> {
    const filters = await requireResolved(context, given);
    requireOneTeam(sort, filters.teamId);
    const groups: TaskGroup[] = [];
    for (const candidate of await candidates(context, group, filters)) {
      const collapsed = candidate.collapsed && !columns;
      const found = await readGroup(context, sort, { ...candidate, collapsed });
      if (found.count > 0 || (columns && candidate.stays)) groups.push(found);
    }
    if (columns && group === "status") groups.sort((a, b) => inFlow(a) - inFlow(b));
    return groups;
  },
});

function inFlow({ key }: TaskGroup): number {
  return statusesInFlow.findIndex((status) => status === key);
}

interface Candidate {
  key: string;
  name: string | null;
  filters: TaskFilters;
  collapsed?: boolean | undefined;
  /** Whether a board has it while it is empty. */
  stays?: boolean;
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
      return letThrough(taskStatuses, filters.status, filters.notStatus)
        .map((status) => ({
          key: status,
          name: null,
          filters: { ...filters, status: [status] },
          collapsed: !filters.status && closedStatuses.includes(status),
          stays: true,
        }));
    case "priority":
      return letThrough(priorities, filters.priority, filters.notPriority).toReversed()
        .map((word) => ({
          key: word,
          name: null,
          filters: { ...filters, priority: [word] },
          stays: true,
        }));
    case "assignee":
      return await byAssignee(context, filters);
    case "label":
      return await byLabel(context, filters);
    case "project":
      return await byProject(context, filters);
  }
}

/** The keys of groups that a filter lets through. */
function letThrough<K extends string>(
  keys: readonly K[],
  any: readonly string[] | undefined,
  none: readonly string[] = [],
): K[] {
  return keys.filter((key) => (any?.includes(key) ?? true) && !none.includes(key));
}

async function byAssignee(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<Candidate[]> {
  const group = (id: string, name: string | null): Candidate => ({
    key: id,
    name,
    filters: { ...filters, assigneeId: [id] },
  });
  const asked = filters.assigneeId;
  if (asked) {
    const twice = asked.includes("me") ? actor.profile.id : null;
    return asked.filter((id) => id !== twice).map((id) => group(id, null));
  }
  const people = await db.selectFrom("profiles").select(["id", "name"])
    .where("workspace_id", "=", actor.workspace.id)
    .orderBy((e) => sql`${e.ref("id")} = ${actor.profile.id}`, "desc").orderBy("name").execute();
  return [...people.map(({ id, name }) => group(id, name)), group("none", null)]
    .filter(({ key }) => !filters.notAssigneeId?.includes(key));
}

/** Labels that any task has, archived ones too, by name; then what has none. */
async function byLabel(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<Candidate[]> {
  const labels = await db.selectFrom("task_labels").select(["id", "name"])
    .where("workspace_id", "=", actor.workspace.id)
    .where((e) =>
      e.exists(
        e.selectFrom("task_label_links").select("task_id")
          .whereRef("label_id", "=", "task_labels.id"),
      )
    )
    .orderBy("name").execute();
  return byName(labels, filters, "label");
}

/** Projects that hold tasks, archived ones too, by name; then what is in none, or in one that the actor can't see. */
async function byProject(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<Candidate[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from projects p
    where p.workspace_id = ${actor.workspace.id} and ${visibleProject(actor, "p")}
      and exists (select 1 from tasks t where t.workspace_id = p.workspace_id
        and t.project_id = p.id and t.archived_at is null)
    order by p.name collate nocase, p.id`.execute(db);
  return byName(rows, filters, "projectId");
}

/** A group for each of some records that the filter by them lets through, and one for the rest. */
function byName(
  records: { id: string; name: string }[],
  filters: TaskFilters,
  field: "label" | "projectId",
): Candidate[] {
  const names = new Map<string, string | null>(records.map(({ id, name }) => [id, name]));
  names.set("none", null);
  const none = field === "label" ? filters.notLabel : filters.notProjectId;
  return letThrough([...names.keys()], filters[field], none).map((id) => ({
    key: id,
    name: names.get(id)!,
    filters: { ...filters, [field]: [id] },
  }));
}

async function readGroup(
  context: ReadContext<Member>,
  sort: GroupSort,
  { key, name, filters, collapsed = false }: Candidate,
): Promise<TaskGroup> {
  const selection = { filters, sort };
  if (collapsed) {
    const count = await countTasks(context, selection, COUNTED_UP_TO);
    return { key, name, count, tasks: [], nextCursor: null, collapsed };
  }
  const page = await readTasks<TaskEdition>(
    context,
    selection,
    { limit: FIRST_ROWS },
    editionOf(context.actor),
  );
  const { nextCursor } = page;
  const tasks = parseJson(page.records);
  const count = nextCursor === null
    ? page.size
    : await countTasks(context, selection, COUNTED_UP_TO);
  return { key, name, count, tasks, nextCursor, collapsed };
}
