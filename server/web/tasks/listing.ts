import type { Member } from "../../domain/core/actor.ts";
import type { ListGroup } from "../../../views/tasks/group.tsx";
import type { TaskListProps } from "../../../views/tasks/list.tsx";
import type { ListField } from "../../../views/tasks/invalid_filters.tsx";
import type { InvalidFilters } from "../../../views/parts/invalid_filters.tsx";
import type { ListQuery } from "../../../views/paths.ts";
import { composeDefaults } from "../../../views/tasks/compose_defaults.ts";
import { type FilterField, filterFields } from "../../../views/tasks/filters/fields.ts";
import { foldedGroups, shownGrouping } from "../../../views/tasks/grouping.ts";
import { COUNTED_UP_TO } from "../../domain/tasks/group.ts";
import { groupTasks } from "../../domain/tasks/groups.ts";
import { MOST_AT_ONCE } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { chipsOf } from "./filter_chips.ts";
import { type AskedList, groupedRows, ungroupedRows } from "./list_groups.ts";
import { type ListShown, listShown, type ViewShown } from "./list_shown.ts";
import { knownFilters } from "../../domain/saved_views/known_filters.ts";
import { filtersOf, isListField, withFilters } from "./list_query.ts";
import { openedRows } from "./opened_rows.ts";
import { invalidFiltersIn } from "../invalid_filters.ts";
import { withoutFilters } from "./invalid_filters.ts";
import { savedQuery } from "./view_query.ts";

/** Reads the data of a list's page. */
export async function readListing(at: PageContext<Member>): Promise<Listing> {
  const { url } = at;
  const { query, look: kept, address, shown } = await listShown(at);
  const look = { ...kept, folded: foldedGroups(query, kept.folded) };
  const cursor = url.searchParams.get("cursor") ?? undefined;
  const [chips, { known, groups, invalid }] = await Promise.all([
    chipsOf(at, query, shown?.view),
    asked(query, async () => {
      const known = await knownIn(at, { query, shown });
      const groups = known.fitsNone ? [] : await rowsOf(at, { ...known, url, look }, cursor);
      return { known, groups };
    }),
  ]);
  const continued = cursor !== undefined;
  const total = invalid || continued ? null : await totalOf(at, known.query, groups);
  const listed = { query, look, address, chips, groups, invalid, total, continued };
  const compose = composeDefaults(known.query);
  const view = shown && { ...shown, saved: await savedBeside(at, shown) };
  return { ...listed, shown: view, gone: known.gone, compose, mostSelected: MOST_AT_ONCE };
}

/** The data of a list's page that doesn't depend on the viewer. */
type Listing = Omit<TaskListProps, "mayChange"> & {
  /** The initial values of a task created from the list. */
  compose: Record<string, string | undefined>;
};

/** Returns the saved version of a view that someone has saved since the viewer's changes started. */
async function savedBeside(at: PageContext<Member>, { view, stale }: ViewShown) {
  if (!stale) return null;
  const query = savedQuery(view);
  return { query, chips: await chipsOf(at, query, view) };
}

/** A list without its invalid filters, and these filters. */
interface Known {
  query: ListQuery;
  gone: FilterField[];
  /** Whether the remaining filters match no task. */
  fitsNone: boolean;
}

/** Reads the list of a page's URL. */
export async function knownOf(at: PageContext<Member>): Promise<Known> {
  return await knownIn(at, await listShown(at));
}

/** Reads a view's list. Filters with hidden or missing records are omitted. */
async function knownIn(
  at: PageContext<Member>,
  { query, shown }: Pick<ListShown, "query" | "shown">,
): Promise<Known> {
  if (!shown) return { query, gone: [], fitsNone: false };
  const { filters, gone, fitsNone } = await at.askOnce(knownFilters, { filters: filtersOf(query) });
  if (gone.length === 0) return { query, gone: [], fitsNone };
  return {
    query: withFilters(query, filters),
    gone: filterFields.filter((field) => gone.includes(field)),
    fitsNone,
  };
}

function rowsOf(
  at: PageContext<Member>,
  { query, url, look }: Omit<AskedList, "opened">,
  cursor: string | undefined,
): Promise<ListGroup[]> {
  const asked = { query, url, opened: openedRows(url.searchParams), look };
  const by = shownGrouping(query);
  return by === "none" ? ungroupedRows(at, asked, cursor) : groupedRows(at, asked, by);
}

/** Returns the number of tasks in a list: the sum of its groups, unless it has none or tasks are in several groups. */
async function totalOf(at: PageContext<Member>, query: ListQuery, groups: readonly ListGroup[]) {
  if (groups.length === 0) return { count: 0, more: false };
  const apart = groups.every(({ by, more }) => by !== "label" && (by !== "none" || !more));
  const counted = apart ? groups : await at.askOnce(groupTasks, {
    ...filtersOf(query),
    group: "none",
    // Hidden columns are counted without reading their tasks
    columns: true,
    hidden: ["all"],
  });
  const count = counted.reduce((sum, group) => sum + group.count, 0);
  const more = apart ? groups.some(({ countedOut }) => countedOut) : count >= COUNTED_UP_TO;
  return { count, more };
}

/** Returns a list's rows, or the reasons that its filters are invalid, such as in an old or mistyped link. */
async function asked(
  query: ListQuery,
  read: () => Promise<{ known: Known; groups: ListGroup[] }>,
): Promise<{ known: Known; groups: ListGroup[]; invalid: InvalidFilters<ListField> | null }> {
  try {
    return { ...await read(), invalid: null };
  } catch (error) {
    const invalid = invalidFiltersIn(error, isListField);
    const known = { query: withoutFilters(query, invalid.fields), gone: [], fitsNone: true };
    return { known, groups: [], invalid };
  }
}
