import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import type { ListQuery } from "../paths.ts";

/** Returns the stored key of a column. Columns without a value include the grouping in their key. */
export function columnKey(by: string, key: string): string {
  return key === "none" && by !== "priority" ? `${by}_none` : key;
}

/** Returns the columns of a grouping among the stored keys of all groupings. */
export function columnsOf(by: string, remembered: readonly string[]): string[] {
  return remembered.filter((one) => one !== "none" || by === "priority")
    .map((one) => one === columnKey(by, "none") ? "none" : one);
}

/** Returns the stored key of a collapsed group or parent. @param id its ID on the page */
export function foldKey(query: ListQuery, id: string): string {
  const by = [shownGrouping(query), shownSubgrouping(query)];
  return id.split("-").map((key, at) => columnKey(by[at] ?? "none", key)).join("-");
}

/** Returns the IDs of a list's collapsed groups among the stored keys of all groupings. */
export function foldedGroups(query: ListQuery, remembered: readonly string[]): string[] {
  const by = [shownGrouping(query), shownSubgrouping(query)];
  return remembered.flatMap((folded) => {
    const keys = folded.split("-").map((key, at) => columnsOf(by[at] ?? "none", [key])[0]);
    return keys.includes(undefined) ? [] : [keys.join("-")];
  });
}

/** Returns the grouping of a list. Search results have no groups. */
export function shownGrouping({ group, q }: ListQuery): TaskGrouping {
  return q ? "none" : (group as TaskGrouping | undefined) ?? "status";
}

/** Returns the subgrouping of a list. Boards have none. */
export function shownSubgrouping(query: ListQuery): TaskGrouping {
  const group = shownGrouping(query);
  const { subgroup, layout } = query;
  if (group === "none" || group === subgroup || layout === "board") return "none";
  return (subgroup as TaskGrouping | undefined) ?? "none";
}
