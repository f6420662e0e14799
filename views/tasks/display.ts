import type { ListLook } from "../../server/domain/preferences/schema.ts";
import type { ClosedShown, RowPart } from "../../server/domain/tasks/display.ts";
import type { TaskGrouping, TaskSort } from "../../server/domain/tasks/schema.ts";
import { closedStatuses } from "../../server/domain/vocabulary.ts";
import { type ListQuery, onlyRecord } from "../paths.ts";
import { valuesOf } from "./filters/filter.ts";
import { undisplayed } from "./list_search.ts";

/** A list that shows as much of what is closed: a filter like any other, by status and by when. */
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

/** How much of what is closed a list shows; nothing where it is narrowed otherwise by when that was. */
export function closedOf(query: ListQuery): ClosedShown | undefined {
  const out = valuesOf(query, "notStatus");
  if (closedStatuses.every((status) => out.includes(status))) return "none";
  const since = query.closedSince ?? "all";
  return Object.hasOwn(closedWords, since) ? since as ClosedShown : undefined;
}

/** How much of what is closed stands beside what is open. */
export const closedWords: Record<ClosedShown, string> = {
  all: "All",
  "-7d": "Last 7 days",
  "-30d": "Last 30 days",
  none: "None",
};

/** How a list is shown, as it is kept of it: rows and what is folded apart. */
export type ListDisplay = Pick<
  ListLook,
  "layout" | "grouping" | "subgrouping" | "sorting" | "closed" | "subTasks"
>;

/** Whether a list can be in an order: one by hand is one team's. */
export function sortStands(sort: string, { teamId }: ListQuery): boolean {
  return sort !== "position" || onlyRecord(teamId) !== undefined;
}

/** A list shown in a way, whatever its address says. */
export function shownAs(query: ListQuery, display: ListDisplay): ListQuery {
  const { layout, grouping, subgrouping, sorting, closed, subTasks } = display;
  return {
    ...withClosed(query, closed),
    layout: layout === "board" ? layout : undefined,
    group: grouping === "status" ? undefined : grouping,
    subgroup: subgrouping === "none" ? undefined : subgrouping,
    sort: sorting === "-createdAt" || !sortStands(sorting, query) ? undefined : sorting,
    ...(subTasks === "hidden" ? { parentId: "none" } : {}),
  };
}

/** How a list is shown. @param now what was kept of its sub-tasks */
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

/** Whether the rows of a list are as they begin. */
export function rowsAsBegun(
  { hidden, density, subTasks }: ListLook,
  begun: Pick<ListLook, "density">,
): boolean {
  return hidden.length === 0 && density === begun.density && subTasks !== "below";
}

/** A list as lists begin, narrowed by what else narrows it. */
export function asItBegins(query: ListQuery): ListQuery {
  const { parentId, ...others } = withClosed(undisplayed(query), "all");
  return parentId === "none" ? others : { ...others, parentId };
}

/** What an address says of a list's rows. */
export function rowsAsSaid({ subTasks, hidden, density }: ListQuery): Partial<ListLook> {
  return {
    ...(subTasks ? { subTasks: subTasks as ListLook["subTasks"] } : {}),
    ...(hidden ? { hidden: hidden === "none" ? [] : hidden.split(",") as RowPart[] } : {}),
    ...(density ? { density: density as ListLook["density"] } : {}),
  };
}

/** An address that says the same of a list's rows as before, with what of them changed. */
export function withRowsAsNow(query: ListQuery, look: Partial<ListLook>): ListQuery {
  const { subTasks, hidden, density } = look;
  const said = { ...query };
  if (query.subTasks && subTasks) said.subTasks = subTasks;
  if (query.hidden && hidden) said.hidden = hidden.join(",") || "none";
  if (query.density && density) said.density = density;
  return said;
}
