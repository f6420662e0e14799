import type { SearchScope } from "../domain/search/schema.ts";
import { folded } from "../domain/text/words.ts";
import { isMisspelt, isNear } from "./match.ts";

/** What people call an action when they name its record in the same breath, and what their menu calls it. */
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

/** What opens a record that is named after it. */
const opening = /^(?:open|show|go to) (?=.)/i;

/** What people call a kind of record in front of its name. */
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

/** What may name a record that is to be opened. */
export interface Named {
  text: string;
  scope: SearchScope;
}

/**
 * Reads off a text what names a record that is to be opened, the likelier first: `open project harbour`; none where the text
 * begins with nothing that opens. The kind of record may have one wrong letter.
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

/** An action and the record that it is for, as a text names them: `complete mend the gate`. */
export interface Intent {
  /** What narrows the record's menu to the action. */
  action: string;
  record: string;
}

/** Reads an action off the start of a text, whose verb may have one wrong letter; null where it starts with none, or names no record. */
export function parseIntent(text: string): Intent | null {
  const [first = "", ...rest] = text.split(" ");
  const verb = folded(first);
  if (rest.length === 0) return null;
  const known = Object.hasOwn(verbs, verb)
    ? verb
    : Object.keys(verbs).find((one) => isMisspelt(verb, one));
  return known === undefined ? null : { action: verbs[known]!, record: rest.join(" ") };
}
