import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { invalidField } from "../core/errors.ts";
import { key } from "../core/fields.ts";
import { parseJson } from "../core/json.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { statusesInFlow } from "../vocabulary.ts";
import { cacheKeyOf, type TaskCacheKey } from "./cache_keys.ts";
import { type TaskFilters, taskFilters } from "./filters/schema.ts";
import { firstRows } from "./first_rows.ts";
import { type AskedGroup, COUNTED_UP_TO, isFew, type TaskGroup } from "./group.ts";
import { type GroupCandidate, groupCandidates, groupField } from "./group_candidates.ts";
import { requireOneTeam } from "./order.ts";
import { countTasks, countTasksOfEach, readTasks } from "./read_list.ts";
import { requireResolved } from "./resolve_filters.ts";
import { type TaskGrouping, taskGroupings, type TaskSort, taskSorts } from "./schema.ts";
import { readSubgroups } from "./subgroups.ts";

/** The number of columns for records that a board shows by default. */
export const MOST_COLUMNS = 20;
/** The number of columns without tasks that a board offers in addition. */
const MOST_EMPTY = 100;
/** The number of tasks in all groups that are read for subgroups, and the minimum per group. */
const LOOKED_AT = 1500;
const LEAST_LOOKED_AT = 25;

const keys = z.array(key).max(100).default([]);

/**
 * Returns the first tasks of every non-empty group, and the number of its tasks.
 * @param subgroup the grouping within groups. The first tasks of a long group determine its subgroups, so that many
 * tasks cost as much as few; a list of only that group has all of them. After the maximum number of rows, groups have
 * none
 * @param opened keys of groups of closed tasks whose rows are read anyway
 * @param columns whether the groups are a board's columns: all with their first tasks, including empty statuses and
 * priorities, and statuses in the order of work. Empty columns for possible people, projects, and labels are hidden, up
 * to `MOST_EMPTY`, and so are columns after the first `MOST_COLUMNS`
 * @param hidden the keys of columns whose tasks are only counted
 * @param shown the keys of columns that appear even if they are empty or beyond the maximum
 * @throws Invalid for each filter whose record the actor can't see, and for a grouping that doesn't fit within the
 * other
 */
export const groupTasks = query({
  name: "tasks.group",
  scope: "tasks.read",
  input: z.strictObject({
    ...taskFilters,
    group: z.enum(taskGroupings).default("status"),
    sort: z.enum(taskSorts, `Use one of ${taskSorts.join(", ")}.`)
      .default("-createdAt"),
    subgroup: z.enum(taskGroupings).default("none"),
    opened: keys,
    columns: z.boolean().default(false),
    hidden: keys,
    shown: keys,
  }),
  async run(
    context,
    { group, subgroup, sort, columns, opened, hidden, shown, ...given },
  ): Promise<TaskGroup[]> {
    const filters = await requireResolved(context, given);
    requireOneTeam(sort, filters.teamId);
    if (subgroup !== "none" && (group === "none" || group === subgroup || columns)) {
      throw invalidField("subgroup", "Choose different fields for groups and subgroups.");
    }
    const could = await groupCandidates(context, group, filters);
    const counts = await countsOf(context, group, filters, could);
    const stays = ({ empty }: GroupCandidate) => columns && empty !== undefined;
    let empty = 0;
    const offers = ({ empty: stands, key }: GroupCandidate) =>
      stands !== "offered" || shown.includes(key) || ++empty <= MOST_EMPTY;
    const all = could.filter((one) => counts.get(one.key) !== 0 || (stays(one) && offers(one)));
    const subgrouping = subgroup === "none" ? undefined : {
      by: subgroup,
      among: await groupCandidates(context, subgroup, filters),
      look: Math.max(LEAST_LOOKED_AT, Math.min(COUNTED_UP_TO, Math.floor(LOOKED_AT / all.length))),
    };
    const layout = columns ? "board" : subgrouping ? "subgroups" : "list";
    const first = firstRows(layout, all.length, subgrouping?.among.length);
    const groups: TaskGroup[] = [];
    for (const candidate of all) {
      const { key } = candidate;
      const known = counts.get(key);
      const opens = shown.includes(key) ||
        (known !== 0 && (known === undefined || openOf(groups) < MOST_COLUMNS));
      const aside = columns && (hidden.includes(key) || !opens);
      const full = subgrouping !== undefined && rowsOf(groups) >= first.inAll;
      const closed = (full || candidate.collapsed) && !columns && !opened.includes(key);
      const asked = { ...candidate, known, rows: first.of(openOf(groups)) };
      const found = subgrouping && !closed
        ? await readSubgroups(context, sort, asked, subgrouping)
        : await readGroup(context, sort, { ...asked, collapsed: aside || closed });
      if (found.count === 0 && !stays(candidate)) continue;
      const waits = found.count === 0 && candidate.empty === "offered" && !shown.includes(key);
      groups.push(columns ? { ...found, hidden: aside || waits } : found);
    }
    if (columns && group === "status") groups.sort((a, b) => inFlow(a) - inFlow(b));
    return groups;
  },
});

function rowsOf(groups: readonly TaskGroup[]): number {
  return groups.reduce(
    (sum, { tasks, subgroups }) => sum + tasks.length + rowsOf(subgroups?.groups ?? []),
    0,
  );
}

function openOf(groups: readonly TaskGroup[]): number {
  return groups.filter(({ hidden }) => !hidden).length;
}

function inFlow({ key }: TaskGroup): number {
  return statusesInFlow.findIndex((status) => status === key);
}

/** Counts the tasks of each record's group, by key, up to `COUNTED_UP_TO`. */
async function countsOf(
  context: ReadContext<Member>,
  group: TaskGrouping,
  filters: TaskFilters,
  candidates: readonly GroupCandidate[],
): Promise<Map<string, number>> {
  if (group === "none" || group === "status" || group === "priority") return new Map();
  const ids = candidates.map(({ key }) => key).filter((key) => key !== "none" && key !== "me");
  return await countTasksOfEach(context, filters, { field: groupField[group], ids }, COUNTED_UP_TO);
}

async function readGroup(
  context: ReadContext<Member>,
  sort: TaskSort,
  { key, name, filters, collapsed = false, known, rows }: AskedGroup,
): Promise<TaskGroup> {
  const selection = { filters, sort, few: isFew({ known }) };
  if (collapsed) {
    const count = known ?? await countTasks(context, selection, COUNTED_UP_TO);
    return { ...counted({ key, name, count }), tasks: [], nextCursor: null, collapsed };
  }
  const page = await readTasks<TaskCacheKey>(
    context,
    selection,
    { limit: rows },
    cacheKeyOf(context.actor),
  );
  const { nextCursor } = page;
  const tasks = parseJson(page.records);
  const count = nextCursor === null
    ? page.size
    : known ?? await countTasks(context, selection, COUNTED_UP_TO);
  return { ...counted({ key, name, count }), tasks, nextCursor, collapsed };
}

function counted<G extends { count: number }>(group: G): G & { atLeast: boolean } {
  return { ...group, atLeast: group.count >= COUNTED_UP_TO };
}
