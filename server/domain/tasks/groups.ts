import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { invalidField } from "../core/errors.ts";
import { parseJson } from "../core/json.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { LARGEST_PAGE } from "../core/page_size.ts";
import { statusesInFlow } from "../vocabulary.ts";
import { editionOf, type TaskEdition } from "./editions.ts";
import { taskFilters } from "./filters/schema.ts";
import { COUNTED_UP_TO, type TaskGroup } from "./group.ts";
import { type GroupCandidate, groupCandidates } from "./group_candidates.ts";
import { splitGroup } from "./groups_within.ts";
import { requireOneTeam } from "./order.ts";
import { countTasks, readTasks } from "./read_list.ts";
import { requireResolved } from "./resolve_filters.ts";
import { type GroupSort, groupSorts, taskGroupings } from "./schema.ts";

/** How many rows of a group come at first. */
const FIRST_ROWS = 25;
/** How many tasks of all groups together are looked at for the groups within them. */
const LOOKED_AT = 600;

/**
 * The first tasks of every group that isn't empty, and how many there are.
 * @param subgroup what each group is grouped by again. What a long group is made of is told by its first tasks, so that
 *   many tasks cost what few do: all of them are the list narrowed to the group and grouped by that alone
 * @param opened keys of groups that come with their tasks although what is in them is closed
 * @param columns whether they are a board's: all with their first tasks, statuses and priorities the empty ones too,
 *   and statuses in the order in which work goes through them
 * @throws Invalid naming each filter whose record isn't here for the actor, or a grouping that can't be within the other
 */
export const groupTasks = query({
  name: "tasks.group",
  scope: "tasks.read",
  input: z.strictObject({
    ...taskFilters,
    group: z.enum(taskGroupings).default("status"),
    sort: z.enum(groupSorts, `Within groups, use one of ${groupSorts.join(", ")}.`)
      .default("-createdAt"),
    subgroup: z.enum(taskGroupings).default("none"),
    opened: z.array(z.string().max(64)).max(100).default([]),
    columns: z.boolean().default(false),
  }),
  async run(context, { group, subgroup, sort, columns, opened, ...given }): Promise<TaskGroup[]> {
    const filters = await requireResolved(context, given);
    requireOneTeam(sort, filters.teamId);
    if (subgroup !== "none" && (group === "none" || group === subgroup || columns)) {
      throw invalidField("subgroup", "Groups within groups are made by something else than those.");
    }
    const all = await groupCandidates(context, group, filters);
    const splitting = subgroup === "none" ? undefined : {
      by: subgroup,
      among: await groupCandidates(context, subgroup, filters),
      look: Math.max(FIRST_ROWS, Math.min(LARGEST_PAGE, Math.floor(LOOKED_AT / all.length))),
    };
    const groups: TaskGroup[] = [];
    for (const candidate of all) {
      const collapsed = candidate.collapsed && !columns && !opened.includes(candidate.key);
      const found = splitting && !collapsed
        ? await splitGroup(context, sort, candidate, splitting)
        : await readGroup(context, sort, { ...candidate, collapsed });
      if (found.count > 0 || (columns && candidate.stays)) groups.push(found);
    }
    if (columns && group === "status") groups.sort((a, b) => inFlow(a) - inFlow(b));
    return groups;
  },
});

function inFlow({ key }: TaskGroup): number {
  return statusesInFlow.findIndex((status) => status === key);
}

async function readGroup(
  context: ReadContext<Member>,
  sort: GroupSort,
  { key, name, filters, collapsed = false }: GroupCandidate,
): Promise<TaskGroup> {
  const selection = { filters, sort };
  if (collapsed) {
    const count = await countTasks(context, selection, COUNTED_UP_TO);
    return { ...counted({ key, name, count }), tasks: [], nextCursor: null, collapsed };
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
  return { ...counted({ key, name, count }), tasks, nextCursor, collapsed };
}

function counted<G extends { count: number }>(group: G): G & { atLeast: boolean } {
  return { ...group, atLeast: group.count >= COUNTED_UP_TO };
}
