import type { Activity } from "../../server/domain/activity/schema.ts";
import { beginnings, type Way, type Ways, waysOf } from "./runs.ts";
import { shownByComments } from "./sentences.tsx";

/** What undos did to the entries of a history. */
export interface Undos {
  wayOf: Ways;
  /** What undos did is told with what they took back: what is left is told by itself, oldest first. */
  left: Activity[];
  /** What the undos of an entry did, and those of these, oldest first. */
  of(entry: Activity): readonly Activity[];
  /** Whether what an entry tells doesn't stand: it was taken back, and wasn't made again since. */
  isUndone(entry: Activity): boolean;
}

/**
 * Puts what undos did with what they took back, as far as that is told in the same history.
 * @param entries oldest first
 */
export function undosOf(entries: readonly Activity[]): Undos {
  const wayOf = waysOf(entries);
  /** What stands where an entry's undo is told, by its id. */
  const places = new Map<string, Activity>();
  const folded = new Map<string, Activity[]>();
  /** By the moment of an undo what it took back last, and an entry of what it did. */
  const takenBack = new Map<string, Activity>();
  const done = new Map<string, Activity>();
  const left: Activity[] = [];
  for (const entry of entries) {
    const place = wayOf(entry) && takenBack.get(momentOf(entry, entry.createdAt));
    if (wayOf(entry)) done.set(momentOf(entry, entry.createdAt), entry);
    if (place) {
      places.set(entry.id, place);
      folded.set(place.id, [...folded.get(place.id) ?? [], entry]);
    } else left.push(entry);
    const { takenBackAt, createdAt, kind } = entry;
    const isTold = !shownByComments.has(kind) && !beginnings.has(kind);
    if (takenBackAt !== null && takenBackAt !== createdAt && isTold) {
      takenBack.set(momentOf(entry, takenBackAt), places.get(entry.id) ?? entry);
    }
  }
  return {
    wayOf,
    left,
    of: ({ id }) => folded.get(id) ?? [],
    isUndone(entry) {
      let way: Way | undefined;
      let of: Activity | undefined = entry;
      while (of && of.takenBackAt !== null && of.takenBackAt !== of.createdAt) {
        way = way === "back" ? "again" : "back";
        of = done.get(momentOf(of, of.takenBackAt));
      }
      return way === "back";
    },
  };
}

const momentOf = ({ actor }: Activity, at: string) => `${actor?.id} ${at}`;
