import type { Activity } from "../../server/domain/activity/schema.ts";
import { beginnings } from "./change_runs.ts";
import { shownByComments } from "./sentences.tsx";

/** Whether a change was made by an undo, or by undoing an undo. */
export type UndoOrRedo = "undo" | "redo";

/** Returns whether an activity came from an undo or a redo, if either. */
export type CameBy = (entry: Activity) => UndoOrRedo | undefined;

/**
 * Finds the undo that made each activity. An undo's activities have the time at which the change was undone.
 * @param entries the activity, oldest first
 */
function cameByIn(entries: readonly Activity[]): CameBy {
  const undos = new Map<string, UndoOrRedo>();
  const cameBy: CameBy = (entry) => undos.get(momentOf(entry, entry.createdAt));
  for (const entry of entries) {
    const { undoneAt, createdAt } = entry;
    if (undoneAt === null || undoneAt === createdAt) continue;
    undos.set(momentOf(entry, undoneAt), cameBy(entry) === "undo" ? "redo" : "undo");
  }
  return cameBy;
}

/** The effects of undos on a list of activities. */
export interface Undos {
  /** Whether an activity came from an undo or a redo. */
  cameBy: CameBy;
  /** The activities that are shown on their own, oldest first. Those of undos are shown with the undone change. */
  left: Activity[];
  /** The activities of all undos of a change, oldest first. */
  of(entry: Activity): readonly Activity[];
  /** Returns whether a change is currently undone. */
  isUndone(entry: Activity): boolean;
}

/**
 * Groups the activities of undos with the undone changes, if both are in the list.
 * @param entries the activity, oldest first
 */
export function undosOf(entries: readonly Activity[]): Undos {
  const cameBy = cameByIn(entries);
  /** The activity that an undo is shown with, by the ID of the undo's activity. */
  const places = new Map<string, Activity>();
  const folded = new Map<string, Activity[]>();
  /** The last undone change and one activity of each undo, by time. */
  const undone = new Map<string, Activity>();
  const done = new Map<string, Activity>();
  const left: Activity[] = [];
  for (const entry of entries) {
    const place = cameBy(entry) && undone.get(momentOf(entry, entry.createdAt));
    if (cameBy(entry)) done.set(momentOf(entry, entry.createdAt), entry);
    if (place) {
      places.set(entry.id, place);
      folded.set(place.id, [...folded.get(place.id) ?? [], entry]);
    } else left.push(entry);
    const { undoneAt, createdAt, kind } = entry;
    const isTold = !shownByComments.has(kind) && !beginnings.has(kind);
    if (undoneAt !== null && undoneAt !== createdAt && isTold) {
      undone.set(momentOf(entry, undoneAt), places.get(entry.id) ?? entry);
    }
  }
  return {
    cameBy,
    left,
    of: ({ id }) => folded.get(id) ?? [],
    isUndone(entry) {
      let last: UndoOrRedo | undefined;
      let of: Activity | undefined = entry;
      while (of && of.undoneAt !== null && of.undoneAt !== of.createdAt) {
        last = last === "undo" ? "redo" : "undo";
        of = done.get(momentOf(of, of.undoneAt));
      }
      return last === "undo";
    },
  };
}

const momentOf = ({ actor }: Activity, at: string) => `${actor?.id} ${at}`;
