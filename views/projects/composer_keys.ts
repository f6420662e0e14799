import { type ProjectProperty, projectPropertyOf } from "./properties/all.ts";

/** A new project's properties, in the order of its pills. */
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

/** The letters behind Alt and Shift, where the property's own key isn't it. */
const letters: Partial<Record<ComposedProperty, string>> = { members: "M", teams: "T", start: "B" };

/** The letter that opens a menu of the composer behind Alt and Shift. */
export function composedLetter(menu: ComposedProperty | "template"): string | undefined {
  if (menu === "template") return "E";
  return letters[menu] ?? projectPropertyOf(menu).key?.toUpperCase();
}
