import { taskStatuses } from "../vocabulary.ts";

/** How many rows of a group come at first, at least and at most. */
const ofGroup = { least: 8, most: 25 };
/** The same of a subgroup. */
const ofSubgroup = { least: 3, most: 10 };
/** How many all groups of a list together have at first, and where each group has more beside its rows. */
const ofList = 125;
const ofBoardOrSubgroups = 80;
/** How many columns of a board are seen at first, and how many rows each of the others has. */
const seenColumns = 6;
const ofUnseenColumn = 3;

/** How many rows come at first, so that a page stays light however many groups it has. */
export interface FirstRows {
  /** Of all groups together, after which groups with subgroups come without theirs. */
  inAll: number;
  /** Of a group, or of each of its subgroups. @param before how many groups stand open before it */
  of(before: number): number;
}

/**
 * @param layout `subgroups` where each group is grouped again
 * @param groups how many there are
 * @param subgroups how many each could have
 */
export function firstRows(
  layout: "list" | "board" | "subgroups",
  groups: number,
  subgroups = 1,
): FirstRows {
  const inAll = layout === "list" ? ofList : ofBoardOrSubgroups;
  const unseen = layout === "board" ? Math.max(0, groups - seenColumns) : 0;
  const { least, most } = layout === "subgroups" ? ofSubgroup : ofGroup;
  // Tasks of a group are seldom in more of its subgroups than there are statuses.
  const shares = (groups - unseen) * Math.min(subgroups, taskStatuses.length);
  const even = Math.floor((inAll - unseen * ofUnseenColumn) / Math.max(1, shares));
  const rows = Math.max(least, Math.min(most, even));
  return {
    inAll,
    of: (before) => layout === "board" && before >= seenColumns ? ofUnseenColumn : rows,
  };
}
