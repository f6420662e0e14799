import {
  filterOperatorPath,
  filterValuesPath,
  listPath,
  type ListQuery,
  taskFilterPath,
} from "../../../views/paths.ts";
import { type FilterField, filterFields } from "../../../views/tasks/filters/fields.ts";
import { filterOf, filters } from "../../../views/tasks/filters/all.tsx";
import {
  type Comparing,
  type Filter,
  filterFind,
  type FilterGroup,
  type FilterLists,
  valuesOf,
} from "../../../views/tasks/filters/filter.ts";
import { dayWords } from "../../../views/tasks/filters/days.ts";
import { dayInFull } from "../../../views/ui/time.tsx";
import { noDay } from "../../../views/ui/typed.ts";
import {
  type DayTyped,
  FilterMenu,
  OperatorMenu,
  ValuesMenu,
} from "../../../views/tasks/filter_menus.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { typedDay } from "../../domain/core/typed_days.ts";
import { nameScore, plainName } from "../../domain/text/name_score.ts";
import type { PageContext } from "../context.ts";
import {
  labelsOf,
  membersOf,
  milestonesOf,
  projectsOf,
  searchTextIn,
  teamsOf,
  type Wanted,
} from "../choices.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { countsOf } from "./filter_counts.ts";
import { queryOf } from "./list_query.ts";

const under = (url: URL) => listPath(queryOf(url.searchParams));

/** The menu of all filters. */
export const filterMenu = page({
  path: taskFilterPath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const query = queryOf(at.url.searchParams);
    const typed = searchTextIn(at.url, filterFind);
    const q = typed.replace(LEFT_OUT, "");
    const [groups, count] = await Promise.all([
      Promise.all(filters.map((filter) => offeredIn(at, query, filter, q))),
      countsOf(at, query),
    ]);
    const found = q !== "" || groups.some(({ more }) => more);
    return { query, groups: withDay(at, groups, q), count, typed, found, why: whyNoDay(at, q) };
  },
}).shows({ title: () => "Filter", main: (props) => <FilterMenu {...props} /> });

/** The menu of a filter's operators. */
export const operatorMenu = page({
  path: filterOperatorPath,
  who: "members",
  layer: "menu",
  under,
  read: ({ url }) => ({ query: queryOf(url.searchParams), field: fieldOf(url) }),
}).shows({ title: () => "Filter", main: (props) => <OperatorMenu {...props} /> });

/** The menu of a filter's values. */
export const valuesMenu = page({
  path: filterValuesPath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const query = queryOf(at.url.searchParams);
    const field = fieldOf(at.url);
    const q = searchTextIn(at.url, filterFind);
    const { filter } = filterOf(field);
    const typed = filter.other === "day" && q ? dayTyped(at, q) : null;
    return { query, field, q, group: await offeredIn(at, query, filter, q), typed };
  },
}).shows({ title: () => "Filter", main: (props) => <ValuesMenu {...props} /> });

/** Returns the filter of a menu. Defaults to the status filter. */
function fieldOf({ searchParams }: URL): FilterField {
  return filterFields.find((field) => field === searchParams.get("of")) ?? "status";
}

/** Returns the typed date as a filter stores it, or why it isn't one. */
function dayTyped(at: PageContext<Member>, q: string): DayTyped {
  const clock = pageClockOf(at);
  const { workspace, preferences } = at.viewer;
  const read = typedDay(q, clock.now, workspace.timeZone, preferences.weekStart);
  if (read.day === null) return { why: read.why ?? noDay };
  const hint = read.word === read.day ? undefined : dayWords(read.word);
  return { name: dayInFull(read.day, clock), value: read.word, hint };
}

/** The words before a date that choose the comparison. */
const COMPARED: Readonly<Record<string, Comparing>> = {
  is: "on",
  on: "on",
  before: "before",
  from: "from",
  after: "from",
  since: "from",
};

/** Adds the typed date to filters, after an optional filter name or comparison. */
function withDay(at: PageContext<Member>, groups: FilterGroup[], q: string): FilterGroup[] {
  return groups.map((group) => {
    const { filter } = group;
    if (!q || filter.other !== "day" || filter.ready?.length === 0) return group;
    const { by, words } = compared(q, filter.name);
    const day = dayTyped(at, words);
    if ("why" in day) return group;
    return { ...group, day, ...(by && { dayBy: by }) };
  });
}

/** Explains a typed date that doesn't exist or is ambiguous. */
function whyNoDay(at: PageContext<Member>, q: string): string | null {
  const day = q ? dayTyped(at, compared(q).words) : null;
  return day && "why" in day && day.why !== noDay ? day.why : null;
}

function compared(q: string, name = ""): { by: Comparing | undefined; words: string } {
  const typed = q.toLowerCase();
  const own = `${name.toLowerCase()} `;
  const rest = name && typed.startsWith(own) ? typed.slice(own.length).trim() : typed;
  const [, word = "", words = rest] = /^(is|on|before|from|after|since)\s+(.+)$/.exec(rest) ?? [];
  return { by: COMPARED[word], words };
}

/** The typed word that excludes a value, as in `static/js/listbox.js`. */
const LEFT_OUT = /^(?:not\s+|[-!]\s*)/i;

/** Reads the values of a filter: the first ones with the chosen ones, or those that match the search text. */
async function offeredIn(
  at: PageContext<Member>,
  query: ListQuery,
  filter: Filter,
  q: string,
): Promise<FilterGroup> {
  const named = filterFields.flatMap((field) => valuesOf(query, field));
  const { list } = filter;
  const wanted = { q, named, around: filter.name };
  const offered = list && await lists[list](at, wanted, query);
  const typed = plainName(q);
  return {
    filter,
    lists: list ? { [list]: offered?.records } : {},
    more: offered?.more ?? false,
    score: (name) => q === "" ? 1 : nameScore(typed, name, filter.name),
  };
}

type ReadList<L extends keyof FilterLists> = (
  at: PageContext<Member>,
  wanted: Wanted,
  query: ListQuery,
) => Promise<{ records: NonNullable<FilterLists[L]>; more: boolean }>;

const lists: { readonly [L in keyof Required<FilterLists>]: ReadList<L> } = {
  members: (at, wanted) => membersOf(at, wanted),
  labels: labelsOf,
  projects: projectsOf,
  milestones: (at, wanted, query) => milestonesOf(at, wanted, valuesOf(query, "projectId")),
  teams: (at, wanted) => teamsOf(at, wanted),
};
