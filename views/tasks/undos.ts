import type { Activity } from "../../server/domain/activity/schema.ts";
import { beginnings } from "./change_runs.ts";
import { shownByComments } from "./sentences.tsx";

/** Whether an undo took something back, or undid an undo, so that something is as it was made again. */
export type UndoOrRedo = "undo" | "redo";

/** Tells of an entry by which of both it came, if by one. */
export type CameBy = (entry: Activity) => UndoOrRedo | undefined;

/**
 * By which undo the entries of a history came. What takes something back is told at the moment at which that was.
 * @param entries oldest first
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

/** What undos did to the entries of a history. */
export interface Undos {
  /** By which of undo and redo an entry came. */
  cameBy: CameBy;
  /** What undos did is told with what they undid: what is left is told by itself, oldest first. */
  left: Activity[];
  /** What the undos of an entry did, and those of these, oldest first. */
  of(entry: Activity): readonly Activity[];
  /** Whether what an entry tells doesn't stand: it was undone, and wasn't made again since. */
  isUndone(entry: Activity): boolean;
}

/**
 * Puts what undos did with what they undid, as far as that is told in the same history.
 * @param entries oldest first
 */
export function undosOf(entries: readonly Activity[]): Undos {
  const cameBy = cameByIn(entries);
  /** What stands where an entry's undo is told, by its id. */
  const places = new Map<string, Activity>();
  const folded = new Map<string, Activity[]>();
  /** By the moment of an undo what it undid last, and an entry of what it did. */
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
