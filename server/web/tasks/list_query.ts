import { type ListQuery, tasksPath, viewPagePath } from "../../../views/paths.ts";
import { canSortBy } from "../../../views/tasks/display.ts";
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

/** Returns whether a URL parameter is a filter. */
export function isListField(name: string): name is ListField {
  return fields.some((field) => field === name);
}

/** Returns the parameters of a list's page. On a view's page, the path has the view's key. */
export function searchIn({ pathname, searchParams }: URL): URLSearchParams {
  const named = matchPath(viewPagePath, pathname);
  if (!named) return searchParams;
  const search = new URLSearchParams(searchParams);
  search.set("view", named.viewKey!);
  return search;
}

/** Returns whether a URL is a list's page. */
export function isList(url: URL | null): boolean {
  return url?.pathname === tasksPath ||
    (url !== null && matchPath(viewPagePath, url.pathname) !== null);
}

/** Reads the query of a list from a URL. Unknown parameters are ignored. */
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
  if (Object.hasOwn(sortWords, sort) && canSortBy(sort, query)) query.sort = sort;
  query.subTasks = subTaskPlaces.find((one) => one === search.get("subTasks"));
  query.density = densities.find((one) => one === search.get("density"));
  query.hidden = hiddenIn(search.get("hidden"));
  return query;
}

/** Returns the hidden parts of rows in a URL; `none` means that rows show everything. */
function hiddenIn(said: string | null): string | undefined {
  const named = said?.split(",") ?? [];
  if (said === "none") return said;
  return partsInOrder(rowParts.filter((part) => named.includes(part))).join(",") || undefined;
}

/** Returns the filters of a query for the operations. */
export function filtersOf(query: ListQuery): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => query[field] ? [[field, query[field]]] : []),
  );
}

/** Returns a list with other filters. */
export function withFilters(
  query: ListQuery,
  filters: Readonly<Record<string, string>>,
): ListQuery {
  const others = Object.fromEntries(fields.map((field) => [field, filters[field]]));
  return { ...query, ...others };
}
