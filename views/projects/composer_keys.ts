import { type ProjectProperty, projectPropertyOf } from "./properties/all.ts";

/** A new project's properties, in the order of the pills. */
export const composedProperties = [
  "lead",
  "members",
  "teams",
  "priority",
  "labels",
  "start",
  "target",
] as const satisfies readonly ProjectProperty[];
export type ComposedProperty = (typeof composedProperties)[number];

/** Letters after Alt and Shift that differ from the property's own key. */
const letters: Partial<Record<ComposedProperty, string>> = { members: "M", teams: "T", start: "B" };

/** Returns the letter that opens a menu of the composer together with Alt and Shift. */
export function composedLetter(menu: ComposedProperty | "template"): string | undefined {
  if (menu === "template") return "E";
  return letters[menu] ?? projectPropertyOf(menu).key?.toUpperCase();
}
