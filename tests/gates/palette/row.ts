import type { ActorKind } from "../permissions/actors.ts";

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

const groups: Record<string, readonly ActorKind[]> = {
  managers: ["owner", "admin"],
  /** Who may write Engineering's tasks. */
  writers: ["owner", "admin", "lead", "member"],
  /** Who may write tasks of some team: `outsider` leads a private one. */
  creators: ["owner", "admin", "lead", "member", "outsider"],
  /** Managers and who leads a project: `projectLead` leads Gatehouse. */
  leads: ["owner", "admin", "projectLead"],
  insiders: ["owner", "admin", "outsider"],
  everyone: [
    "owner",
    "admin",
    "lead",
    "member",
    "commentator",
    "outsider",
    "teamless",
    "projectLead",
  ],
  nobody: [],
};

/** Everybody who can open the palette: who belongs to the workspace and has signed in. */
export const viewers = groups.everyone!;

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
