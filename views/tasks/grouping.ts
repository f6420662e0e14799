import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import type { ListQuery } from "../paths.ts";

/** By what a board's column is remembered: what has none of something is told apart by what it lacks. */
export function columnKey(by: string, key: string): string {
  return key === "none" && by !== "priority" ? `${by}_none` : key;
}

/** The keys of a board's columns, of those that are remembered of all its groupings. */
export function columnsOf(by: string, remembered: readonly string[]): string[] {
  return remembered.filter((one) => one !== "none" || by === "priority")
    .map((one) => one === columnKey(by, "none") ? "none" : one);
}

/** By what a group, or a parent, is remembered as folded. @param id what it has on the page: of a subgroup both keys */
export function foldKey(query: ListQuery, id: string): string {
  const by = [shownGrouping(query), shownSubgrouping(query)];
  return id.split("-").map((key, at) => columnKey(by[at] ?? "none", key)).join("-");
}

/** What of a list is folded, as the page knows it, of all that is remembered of its groupings. */
export function foldedGroups(query: ListQuery, remembered: readonly string[]): string[] {
  const by = [shownGrouping(query), shownSubgrouping(query)];
  return remembered.flatMap((folded) => {
    const keys = folded.split("-").map((key, at) => columnsOf(by[at] ?? "none", [key])[0]);
    return keys.includes(undefined) ? [] : [keys.join("-")];
  });
}

/** The groups in which a list is shown. Matches of a text stand in one row after another. */
export function shownGrouping({ group, q }: ListQuery): TaskGrouping {
  return q ? "none" : (group as TaskGrouping | undefined) ?? "status";
}

/** What each group of a list is grouped by again. A board has its columns alone. */
export function shownSubgrouping(query: ListQuery): TaskGrouping {
  const group = shownGrouping(query);
  const { subgroup, layout } = query;
  if (group === "none" || group === subgroup || layout === "board") return "none";
  return (subgroup as TaskGrouping | undefined) ?? "none";
}
