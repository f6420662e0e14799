import { folded } from "../domain/text/words.ts";

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

/** An action and the record that it is for, as a text names them: `complete mend the gate`. */
export interface Intent {
  /** What narrows the record's menu to the action. */
  action: string;
  record: string;
}

/** Reads an action off the start of a text; null where it starts with none, or names no record. */
export function parseIntent(text: string): Intent | null {
  const [first = "", ...rest] = text.split(" ");
  const verb = folded(first);
  if (rest.length === 0 || !Object.hasOwn(verbs, verb)) return null;
  return { action: verbs[verb]!, record: rest.join(" ") };
}
