import type { Context } from "hono";
import type { ListGroup } from "../../views/tasks/group.tsx";
import type { TaskListProps } from "../../views/tasks/list.tsx";
import { shownGrouping } from "../../views/tasks/shown.ts";
import { Invalid } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";
import { chipsOf } from "./filter_chips.ts";
import { groupedRows, ungroupedRows } from "./list_groups.ts";
import { queryOf } from "./list_query.ts";
import { openedRows } from "./opened_rows.ts";

/** Everything that a list shows. @param url the list's own */
export async function readListing(c: Context<Env>, url: URL): Promise<TaskListProps> {
  const query = queryOf(url.searchParams);
  const cursor = url.searchParams.get("cursor") ?? undefined;
  const by = shownGrouping(query);
  const asked = { query, url, opened: openedRows(url.searchParams) };
  const [chips, { groups, unknown }] = await Promise.all([
    chipsOf(c, query),
    knownRows(by === "none" ? ungroupedRows(c, asked, cursor) : groupedRows(c, asked, by)),
  ]);
  return { reading: readingOf(c), query, chips, groups, unknown, continued: cursor !== undefined };
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

/** The moment and the place that a list is read at. */
export function readingOf(c: Context<Env>): TaskListProps["reading"] {
  return { now: c.get("deps").clock(), timeZone: c.get("member").workspace.timeZone };
}
