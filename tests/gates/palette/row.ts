import type { ActorKind } from "../permissions/actors.ts";
import {
  insiders,
  managers,
  people,
  projectWriters,
  taskCreators,
  taskWriters,
} from "../permissions/row.ts";

/** A command of the palette: where it is offered, to whom, and its result. */
export interface Offer {
  title: string;
  /** The people to whom it is offered. */
  seen: readonly ActorKind[];
  /** The request body. Braces contain names of IDs, and `{me}` is the person. */
  command: string;
  value: string | undefined;
  /** What comes of it: the address that it leads to, `task.status = planned` of the record then, or what is said; a dash
   * where only the sight of it is walked. */
  effect: string;
  /** The people with permission, whether it is offered to them or not. */
  may: readonly ActorKind[];
}

/** Returns the people among some kinds of actor, because only people can use the palette. */
const persons = (kinds: readonly ActorKind[]) =>
  people.filter((kind) => (kinds as readonly string[]).includes(kind));

const groups: Record<string, readonly ActorKind[]> = {
  managers,
  /** People who can write Engineering's tasks. */
  writers: persons(taskWriters),
  /** People who can write tasks of any team: `outsider` leads a private one. */
  creators: persons(taskCreators),
  /** Owners, admins, and the project's lead: `projectLead` leads Gatehouse. */
  leads: projectWriters,
  insiders,
  everyone: people,
  nobody: [],
};

/** People who can open the palette: signed-in members of the workspace. */
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

/** Returns the part of a table that is offered to a person. */
export function shownTo(offers: readonly Offer[], kind: ActorKind): Offer[] {
  return offers.filter(({ seen }) => seen.includes(kind));
}
