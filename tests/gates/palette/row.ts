import type { ActorKind } from "../permissions/actors.ts";
import {
  insiders,
  managers,
  people,
  projectWriters,
  taskCreators,
  taskWriters,
} from "../permissions/row.ts";

/** Something that the palette offers: where, to whom, and what comes of it. */
export interface Offer {
  title: string;
  /** Who is shown it. */
  seen: readonly ActorKind[];
  /** What is posted. Ids stand in braces by their names, `{me}` is whoever asks. */
  command: string;
  value: string | undefined;
  /** What comes of it: the address that it leads to, `task.status = planned` of the record then, or what is said; a dash
   * where only the sight of it is walked. */
  effect: string;
  /** Who may do it, shown or not. */
  may: readonly ActorKind[];
}

/** Those of some kinds who are people: the palette is for nobody else. */
const persons = (kinds: readonly ActorKind[]) =>
  people.filter((kind) => (kinds as readonly string[]).includes(kind));

const groups: Record<string, readonly ActorKind[]> = {
  managers,
  /** Who may write Engineering's tasks. */
  writers: persons(taskWriters),
  /** Who may write tasks of some team: `outsider` leads a private one. */
  creators: persons(taskCreators),
  /** Managers and who leads a project: `projectLead` leads Gatehouse. */
  leads: projectWriters,
  insiders,
  everyone: people,
  nobody: [],
};

/** Everybody who can open the palette: who belongs to the workspace and has signed in. */
export const viewers: readonly ActorKind[] = people;

/** Reads `writers projectLead`, or `everyone -member`. */
function kindsOf(words: string): ActorKind[] {
  const kinds = new Set<ActorKind>();
  for (const word of words.split(" ")) {
    const name = word.replace("-", "") as ActorKind;
    for (const kind of groups[name] ?? [name]) {
      if (!viewers.includes(kind)) throw new Error(`There is nobody ${kind}.`);
      if (word.startsWith("-")) kinds.delete(kind);
      else kinds.add(kind);
    }
  }
  return [...kinds];
}

/**
 * A table of them, a line each: `title → who is shown it → command and value → what comes of it → who may`, the last
 * where others may than those who are shown it.
 */
export function offers(lines: string): Offer[] {
  return lines.trim().split("\n").map((line) => {
    const [title = "", seen = "", posted = "", effect = "", may = seen] = line.trim().split(" → ");
    const [command = "", value] = posted.split(" ");
    return { title, seen: kindsOf(seen), command, value, effect, may: kindsOf(may) };
  });
}

/** What of a table somebody is shown. */
export function shownTo(offers: readonly Offer[], kind: ActorKind): Offer[] {
  return offers.filter(({ seen }) => seen.includes(kind));
}
