import type { Member } from "../../domain/core/actor.ts";
import type { ListGroup } from "../../../views/tasks/group.tsx";
import type { TaskListProps } from "../../../views/tasks/list.tsx";
import type { ListQuery } from "../../../views/paths.ts";
import { foldedIn, shownGrouping } from "../../../views/tasks/grouping.ts";
import { COUNTED_UP_TO } from "../../domain/tasks/group.ts";
import { groupTasks } from "../../domain/tasks/groups.ts";
import { Invalid } from "../../domain/core/errors.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { chipsOf } from "./filter_chips.ts";
import { groupedRows, ungroupedRows } from "./list_groups.ts";
import { listShown } from "./list_shown.ts";
import { filtersOf } from "./list_query.ts";
import { openedRows } from "./opened_rows.ts";

/** Everything that a list shows. */
export async function readListing(at: PageContext<Member>): Promise<TaskListProps> {
  const { url } = at;
  const { query, look: kept, address } = await listShown(at);
  const look = { ...kept, folded: foldedIn(query, kept.folded) };
  const cursor = url.searchParams.get("cursor") ?? undefined;
  const by = shownGrouping(query);
  const asked = { query, url, opened: openedRows(url.searchParams), look };
  const [chips, { groups, unknown }] = await Promise.all([
    chipsOf(at, query),
    knownRows(by === "none" ? ungroupedRows(at, asked, cursor) : groupedRows(at, asked, by)),
  ]);
  const continued = cursor !== undefined;
  const total = unknown.length > 0 || continued ? null : await totalOf(at, query, groups);
  const shown = { query, look, address, chips, groups, unknown, total, continued };
  return { ...shown, mostSelected: MOST_AT_ONCE };
}

/** How many tasks a list has: what its groups say together, unless it has none or they share tasks. */
async function totalOf(at: PageContext<Member>, query: ListQuery, groups: readonly ListGroup[]) {
  const apart = groups.every(({ by, more }) => by !== "label" && (by !== "none" || !more));
  const counted = apart ? groups : await at.askOnce(groupTasks, {
    ...filtersOf(query),
    group: "none",
    // A hidden column is counted, and none of its tasks are read
    columns: true,
    hidden: ["all"],
  });
  const count = counted.reduce((sum, group) => sum + group.count, 0);
  const more = apart ? groups.some(({ countedOut }) => countedOut) : count >= COUNTED_UP_TO;
  return { count, more };
}

/** A list's rows; none where its URL names what isn't here, which an old link or a typing slip does: that is told. */
async function knownRows(
  reading: Promise<ListGroup[]>,
): Promise<{ groups: ListGroup[]; unknown: string[] }> {
  try {
    return { groups: await reading, unknown: [] };
  } catch (error) {
    if (!(error instanceof Invalid && error.code === "unknown_filter")) throw error;
    return { groups: [], unknown: error.errors.map(({ message }) => message) };
  }
}
