import type { SearchScope } from "../domain/search/schema.ts";
import { folded } from "../domain/text/words.ts";
import { isMisspelt, isNear } from "./match.ts";

/** Verbs that people type before a record's name, and the titles of their actions. */
const verbs: Record<string, string> = {
  complete: "complete",
  done: "complete",
  finish: "complete",
  close: "complete",
  cancel: "cancel",
  start: "progress",
  begin: "progress",
  plan: "planned",
  assign: "assign",
  owner: "assign",
  unassign: "unassign",
  lead: "lead",
  prioritize: "priority",
  priority: "priority",
  due: "deadline",
  deadline: "deadline",
  move: "move",
  label: "add label",
  tag: "add label",
  favorite: "favorites",
  pin: "favorites",
  follow: "follow",
  publish: "publish",
  discard: "discard",
  archive: "archive",
};

/** The verbs before a record's name that open the record. */
const opening = /^(?:open|show|go to) (?=.)/i;

/** The words for a kind of record before its name. */
const kinds: Record<string, SearchScope> = {
  task: "tasks",
  ticket: "tasks",
  project: "projects",
  initiative: "projects",
  person: "people",
  member: "people",
  team: "teams",
  view: "views",
};

/** A possible name of a record to open. */
export interface Named {
  text: string;
  scope: SearchScope;
}

/**
 * Returns the possible names of a record to open in a text such as `open project harbour`, likeliest first, or none
 * without such a verb. The kind of record can have one wrong letter.
 */
export function parseOpening(text: string): Named[] {
  if (!opening.test(text)) return [];
  const record = text.replace(opening, "");
  const [first = "", ...rest] = record.split(" ");
  const called = folded(first);
  const kind = Object.keys(kinds).find((one) => one === called) ??
    Object.keys(kinds).find((one) => isNear(called, one));
  const all: Named = { text: record, scope: "all" };
  if (kind === undefined || rest.length === 0) return [all];
  return [{ text: rest.join(" "), scope: kinds[kind]! }, all];
}

/** An action and its record in a text: `complete mend the gate`. */
export interface Intent {
  /** The text that filters the record's menu to the action. */
  action: string;
  record: string;
}

/**
 * Parses an action at the start of a text. Its verb can have one wrong letter. Returns null without a verb or a record.
 */
export function parseIntent(text: string): Intent | null {
  const [first = "", ...rest] = text.split(" ");
  const verb = folded(first);
  if (rest.length === 0) return null;
  const known = Object.hasOwn(verbs, verb)
    ? verb
    : Object.keys(verbs).find((one) => isMisspelt(verb, one));
  return known === undefined ? null : { action: verbs[known]!, record: rest.join(" ") };
}
