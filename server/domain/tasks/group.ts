import type { TaskCacheKey } from "./cache_keys.ts";
import type { GroupCandidate } from "./group_candidates.ts";

/** How far the tasks of a group are counted. */
export const COUNTED_UP_TO = 100;

/** A group that is to be read. */
export interface AskedGroup extends GroupCandidate {
  /** How many tasks it has, up to `COUNTED_UP_TO`, where that was counted already. */
  known: number | undefined;
  /** How many of its rows come at first, or of each of its subgroups. */
  rows: number;
}

/** Whether a group is known to have few tasks. */
export function isFew({ known }: Pick<AskedGroup, "known">): boolean {
  return known !== undefined && known < COUNTED_UP_TO;
}

/** Tasks of a list that have something in common. */
export interface TaskGroup {
  /** A status, a priority, a profile's, label's or project's id, `none` for the rest, or `all`. */
  key: string;
  /** What it is called, for groups that are records. */
  name: string | null;
  count: number;
  /** Whether there may be more than were counted: up to `COUNTED_UP_TO`, or within what of a longer group was looked at. */
  atLeast: boolean;
  tasks: readonly TaskCacheKey[];
  nextCursor: string | null;
  /** Whether its rows were left out to be asked for. */
  collapsed: boolean;
  /** Whether it is a board's column that stands among the hidden ones. */
  hidden?: boolean;
  /** Its tasks in groups of their own, in place of its rows, where they are grouped twice. */
  subgroups?: Subgroups;
}

/** What a group is grouped into again. */
export interface Subgroups {
  groups: TaskGroup[];
  /** Whether all of its tasks are in them; otherwise its first ones in the order asked for are. */
  whole: boolean;
}
