import { type ListQuery, tasksPath, viewPagePath } from "../../../views/paths.ts";
import { sortStands } from "../../../views/tasks/display.ts";
import { filterFields } from "../../../views/tasks/filters/fields.ts";
import type { ListField } from "../../../views/tasks/invalid_filters.tsx";
import { groupingWords, sortWords } from "../../../views/ui/words.ts";
import {
  densities,
  layouts,
  partsInOrder,
  rowParts,
  subTaskPlaces,
} from "../../domain/tasks/display.ts";
import { matchPath } from "../path.ts";
import { viewNamed } from "../saved_views/views_of.ts";

const fields = ["q", ...filterFields] as const;

/** Whether a parameter of a list's address narrows it. */
export function isListField(name: string): name is ListField {
  return fields.some((field) => field === name);
}

/** What the address of a list's page asks for: a view's has its key in the path. */
export function searchIn({ pathname, searchParams }: URL): URLSearchParams {
  const named = matchPath(viewPagePath, pathname);
  if (!named) return searchParams;
  const search = new URLSearchParams(searchParams);
  search.set("view", named.viewKey!);
  return search;
}

/** Whether an address is that of a list's page. */
export function isList(url: URL | null): boolean {
  return url?.pathname === tasksPath ||
    (url !== null && matchPath(viewPagePath, url.pathname) !== null);
}

/** What a URL asks of a list; unknown parameters are not a page's business. */
export function queryOf(search: URLSearchParams): ListQuery {
  const query: ListQuery = viewNamed(search);
  const layout = layouts.find((one) => one === search.get("layout"));
  if (layout) query.layout = layout;
  for (const field of fields) query[field] = search.get(field)?.trim() || undefined;
  const group = search.get("group") ?? "";
  if (group !== "status" && Object.hasOwn(groupingWords, group)) query.group = group;
  const subgroup = search.get("subgroup") ?? "";
  const apart = subgroup !== "none" && subgroup !== (query.group ?? "status");
  if (apart && Object.hasOwn(groupingWords, subgroup)) query.subgroup = subgroup;
  const sort = search.get("sort") ?? "";
  if (Object.hasOwn(sortWords, sort) && sortStands(sort, query)) query.sort = sort;
  query.subTasks = subTaskPlaces.find((one) => one === search.get("subTasks"));
  query.density = densities.find((one) => one === search.get("density"));
  query.hidden = hiddenIn(search.get("hidden"));
  return query;
}

/** What rows don't show, as an address says it; `none` for rows that show all. */
function hiddenIn(said: string | null): string | undefined {
  const named = said?.split(",") ?? [];
  if (said === "none") return said;
  return partsInOrder(rowParts.filter((part) => named.includes(part))).join(",") || undefined;
}

/** The filters of a list's URL as the operations take them. */
export function filtersOf(query: ListQuery): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => query[field] ? [[field, query[field]]] : []),
  );
}

/** A list that is narrowed by other filters. */
export function withFilters(
  query: ListQuery,
  filters: Readonly<Record<string, string>>,
): ListQuery {
  const others = Object.fromEntries(fields.map((field) => [field, filters[field]]));
  return { ...query, ...others };
}
