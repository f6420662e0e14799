import type { TaskCacheKey } from "./cache_keys.ts";
import type { GroupCandidate } from "./group_candidates.ts";

/** The maximum count of a group's tasks. */
export const COUNTED_UP_TO = 100;

/** A group to read. */
export interface AskedGroup extends GroupCandidate {
  /** The number of its tasks, up to `COUNTED_UP_TO`, if already counted. */
  known: number | undefined;
  /** The number of first rows, or of those in each subgroup. */
  rows: number;
}

/** Returns whether a group is known to have few tasks. */
export function isFew({ known }: Pick<AskedGroup, "known">): boolean {
  return known !== undefined && known < COUNTED_UP_TO;
}

/** Tasks of a list with a common value. */
export interface TaskGroup {
  /** A status, a priority, a profile's, label's, or project's ID, `none` for the rest, or `all`. */
  key: string;
  /** The name, for groups that are records. */
  name: string | null;
  count: number;
  /**
   * Whether there might be more tasks than counted: beyond `COUNTED_UP_TO`, or beyond the part of a long group that was
   * read.
   */
  atLeast: boolean;
  tasks: readonly TaskCacheKey[];
  nextCursor: string | null;
  /** Whether its rows are left out and read on demand. */
  collapsed: boolean;
  /** Whether the group is a hidden board column. */
  hidden?: boolean;
  /** The subgroups instead of rows, in a list that is grouped twice. */
  subgroups?: Subgroups;
}

/** The subgroups of a group. */
export interface Subgroups {
  groups: TaskGroup[];
  /** Whether they contain all tasks of the group. Otherwise, they contain its first tasks in the requested order. */
  whole: boolean;
}
