import type { Member } from "../../domain/core/actor.ts";
import type { ListGroup } from "../../../views/tasks/group.tsx";
import type { TaskListProps } from "../../../views/tasks/list.tsx";
import { shownGrouping } from "../../../views/tasks/grouping.ts";
import { Invalid } from "../../domain/core/errors.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { chipsOf } from "./filter_chips.ts";
import { groupedRows, ungroupedRows } from "./list_groups.ts";
import { queryOf } from "./list_query.ts";
import { openedRows } from "./opened_rows.ts";

/** Everything that a list shows. */
export async function readListing(at: PageContext<Member>): Promise<TaskListProps> {
  const { url } = at;
  const query = queryOf(url.searchParams);
  const cursor = url.searchParams.get("cursor") ?? undefined;
  const by = shownGrouping(query);
  const asked = { query, url, opened: openedRows(url.searchParams) };
  const [chips, { groups, unknown }] = await Promise.all([
    chipsOf(at, query),
    knownRows(by === "none" ? ungroupedRows(at, asked, cursor) : groupedRows(at, asked, by)),
  ]);
  const continued = cursor !== undefined;
  return { query, chips, groups, unknown, continued, mostSelected: MOST_AT_ONCE };
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
