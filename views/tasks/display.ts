import type { ListLook } from "../../server/domain/preferences/schema.ts";
import type { ClosedShown, RowPart } from "../../server/domain/tasks/display.ts";
import type { TaskGrouping, TaskSort } from "../../server/domain/tasks/schema.ts";
import { closedStatuses } from "../../server/domain/vocabulary.ts";
import { type ListQuery, onlyRecord } from "../paths.ts";
import { valuesOf } from "./filters/filter.ts";
import { undisplayed } from "./list_search.ts";

/** Returns a list with a filter for closed tasks, by status and time. */
export function withClosed(query: ListQuery, closed: ClosedShown): ListQuery {
  const left = valuesOf(query, "notStatus").filter((status) => !isClosed(status));
  const out = closed === "none" ? [...left, ...closedStatuses] : left;
  return {
    ...query,
    closedSince: closed === "all" || closed === "none" ? undefined : closed,
    notStatus: out.join(",") || undefined,
  };
}

function isClosed(status: string): boolean {
  return closedStatuses.some((closed) => closed === status);
}

/** Returns which closed tasks a list shows, or nothing for other filters on closing times. */
export function closedOf(query: ListQuery): ClosedShown | undefined {
  const out = valuesOf(query, "notStatus");
  if (closedStatuses.every((status) => out.includes(status))) return "none";
  const since = query.closedSince ?? "all";
  return Object.hasOwn(closedWords, since) ? since as ClosedShown : undefined;
}

/** Names of the options for closed tasks. */
export const closedWords: Record<ClosedShown, string> = {
  all: "All",
  "-7d": "Last 7 days",
  "-30d": "Last 30 days",
  none: "None",
};

/** A list's stored display, without row options and collapsed groups. */
export type ListDisplay = Pick<
  ListLook,
  "layout" | "grouping" | "subgrouping" | "sorting" | "closed" | "subTasks"
>;

/** Returns whether a list can have a sort order. Manual order requires one team. */
export function canSortBy(sort: string, { teamId }: ListQuery): boolean {
  return sort !== "position" || onlyRecord(teamId) !== undefined;
}

/** Returns a list with the given display, which replaces the display in its URL. */
export function shownAs(query: ListQuery, display: ListDisplay): ListQuery {
  const { layout, grouping, subgrouping, sorting, closed, subTasks } = display;
  return {
    ...withClosed(query, closed),
    layout: layout === "board" ? layout : undefined,
    group: grouping === "status" ? undefined : grouping,
    subgroup: subgrouping === "none" ? undefined : subgrouping,
    sort: sorting === "-createdAt" || !canSortBy(sorting, query) ? undefined : sorting,
    ...(subTasks === "hidden" ? { parentId: "none" } : {}),
  };
}

/** Returns a list's display. @param now the stored placement of sub-tasks */
export function displayOf(query: ListQuery, now: ListLook["subTasks"]): ListDisplay {
  const { layout, group, subgroup, sort, parentId } = query;
  const among = now === "hidden" ? "beside" : now;
  return {
    layout: layout ?? "list",
    grouping: (group ?? "status") as TaskGrouping,
    subgrouping: (subgroup ?? "none") as TaskGrouping,
    sorting: (sort ?? "-createdAt") as TaskSort,
    closed: closedOf(query) ?? "all",
    subTasks: parentId === "none" ? "hidden" : among,
  };
}

/** Returns whether a list's rows have the default display. */
export function hasDefaultRows(
  { hidden, density, subTasks }: ListLook,
  begun: Pick<ListLook, "density">,
): boolean {
  return hidden.length === 0 && density === begun.density && subTasks !== "below";
}

/** Returns a list with the default display and the same filters. */
export function withDefaultDisplay(query: ListQuery): ListQuery {
  const { parentId, ...others } = withClosed(undisplayed(query), "all");
  return parentId === "none" ? others : { ...others, parentId };
}

/** Returns the row options in a URL. */
export function rowOptionsIn({ subTasks, hidden, density }: ListQuery): Partial<ListLook> {
  return {
    ...(subTasks ? { subTasks: subTasks as ListLook["subTasks"] } : {}),
    ...(hidden ? { hidden: hidden === "none" ? [] : hidden.split(",") as RowPart[] } : {}),
    ...(density ? { density: density as ListLook["density"] } : {}),
  };
}

/** Returns a query with new values for the row options that it has. */
export function withRowsAsNow(query: ListQuery, look: Partial<ListLook>): ListQuery {
  const { subTasks, hidden, density } = look;
  const said = { ...query };
  if (query.subTasks && subTasks) said.subTasks = subTasks;
  if (query.hidden && hidden) said.hidden = hidden.join(",") || "none";
  if (query.density && density) said.density = density;
  return said;
}
