import {
  type DisplayParameter,
  displayParameters,
} from "../../../views/tasks/display_parameters.ts";
import type { ListQuery } from "../../../views/paths.ts";
import { sameFilters } from "../../domain/saved_views/resolve_filters.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import type { ListLook } from "../../domain/preferences/schema.ts";
import { scopedFilters } from "../../domain/side_effects/scoped_filters.ts";
import { filtersOf, queryOf } from "./list_query.ts";

/** Returns the query of a saved view of tasks. */
export function savedQuery(view: View): ListQuery {
  const { key, version, layout, grouping, subgrouping, sorting, subTasks, hidden, density } = view;
  const display = {
    layout,
    group: grouping,
    subgroup: subgrouping,
    sort: sorting,
    subTasks,
    hidden: hidden.join(","),
    density,
  } satisfies Record<DisplayParameter, string>;
  const told = { ...scopedFilters(view), ...display, view: key, since: String(version) };
  return omitDefaultDisplay(queryOf(new URLSearchParams(told)));
}

/** Returns a query without display options that have their default value. */
export function omitDefaultDisplay(query: ListQuery): ListQuery {
  const { layout, sort, subTasks, hidden, density } = query;
  return {
    ...query,
    layout: layout === "board" ? layout : undefined,
    sort: sort === "-createdAt" ? undefined : sort,
    subTasks: subTasks === "beside" ? undefined : subTasks,
    hidden: hidden === "none" ? undefined : hidden,
    density: density === "comfortable" ? undefined : density,
  };
}

/** Returns whether a list is the same as its saved view. */
export function showsAsSaved(view: View, query: ListQuery): boolean {
  const [one, other] = [savedQuery(view), omitDefaultDisplay(query)];
  return displayParameters.every((name) => one[name] === other[name]) &&
    sameFilters("task", filtersOf(one), filtersOf(other));
}

/** Returns the filters that a view's scope requires. */
export function scopeOf({ teamId, projectId }: View): ListQuery {
  return { ...(teamId ? { teamId } : {}), ...(projectId ? { projectId } : {}) };
}

/**
 * Returns the fields that a view saves of a list.
 * @param look the viewer's display of rows, to save it too
 */
export function viewFields(query: ListQuery, look?: ListLook) {
  const { layout, group, subgroup, sort, subTasks, hidden, density } = omitDefaultDisplay(query);
  const among = look?.subTasks === "below" ? "below" : "beside";
  return {
    layout: layout ?? "list",
    filters: filtersOf(query),
    grouping: group ?? "status",
    subgrouping: subgroup ?? "none",
    sorting: sort ?? "-createdAt",
    subTasks: subTasks ?? among,
    hidden: hidden?.split(",") ?? look?.hidden ?? [],
    density: density ?? look?.density ?? "comfortable",
  };
}
