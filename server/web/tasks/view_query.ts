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

/** A view of tasks as the list shows it: as it was saved. */
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
  return asBegun(queryOf(new URLSearchParams(told)));
}

/** The same list, where what it says of its display is how lists begin: that isn't said. */
export function asBegun(query: ListQuery): ListQuery {
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

/** Whether a list shows what a view shows, as it was saved. */
export function showsAsSaved(view: View, query: ListQuery): boolean {
  const [one, other] = [savedQuery(view), asBegun(query)];
  return displayParameters.every((name) => one[name] === other[name]) &&
    sameFilters("task", filtersOf(one), filtersOf(other));
}

/** What a view is to have of its team or its project, whatever an address says. */
export function scopeOf({ teamId, projectId }: View): ListQuery {
  return { ...(teamId ? { teamId } : {}), ...(projectId ? { projectId } : {}) };
}

/**
 * What a view keeps of a list.
 * @param look how somebody has its rows, where that is to be kept too
 */
export function viewFields(query: ListQuery, look?: ListLook) {
  const { layout, group, subgroup, sort, subTasks, hidden, density } = asBegun(query);
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
