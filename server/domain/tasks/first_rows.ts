import { taskStatuses } from "../vocabulary.ts";

/** The minimum and maximum number of a group's first rows. */
const ofGroup = { least: 8, most: 25 };
/** The same for a subgroup. */
const ofSubgroup = { least: 3, most: 10 };
/** The number of first rows in all groups of a list together, after which each group has fewer. */
const ofList = 125;
const ofBoardOrSubgroups = 80;
/** The number of columns that a board shows first, and of the rows in the others. */
const seenColumns = 6;
const ofUnseenColumn = 3;

/** The number of first rows, so that pages stay small with any number of groups. */
export interface FirstRows {
  /** The maximum for all groups together. Later groups with subgroups have no rows. */
  inAll: number;
  /** Returns the maximum for a group or each of its subgroups. @param before the number of expanded groups before it */
  of(before: number): number;
}

/**
 * @param layout `subgroups` if each group is grouped again
 * @param groups the number of groups
 * @param subgroups the maximum number of subgroups per group
 */
export function firstRows(
  layout: "list" | "board" | "subgroups",
  groups: number,
  subgroups = 1,
): FirstRows {
  const inAll = layout === "list" ? ofList : ofBoardOrSubgroups;
  const unseen = layout === "board" ? Math.max(0, groups - seenColumns) : 0;
  const { least, most } = layout === "subgroups" ? ofSubgroup : ofGroup;
  // The tasks of a group are rarely in more subgroups than there are statuses.
  const shares = (groups - unseen) * Math.min(subgroups, taskStatuses.length);
  const even = Math.floor((inAll - unseen * ofUnseenColumn) / Math.max(1, shares));
  const rows = Math.max(least, Math.min(most, even));
  return {
    inAll,
    of: (before) => layout === "board" && before >= seenColumns ? ofUnseenColumn : rows,
  };
}
