import type { ComposerMenu } from "../task_paths.ts";
import { propertyOf, taskProperties, type TaskProperty } from "./properties/all.ts";

/** The properties that most tasks have come first. */
const first: readonly TaskProperty[] = [
  "team",
  "status",
  "priority",
  "assignee",
  "labels",
  "project",
  "milestone",
  "deadline",
  "parent",
];

/** A new task's properties, in the order of its pills. */
export const pillOrder: readonly TaskProperty[] = [...new Set([...first, ...taskProperties])];

/** The letters pressed with Alt and Shift, if they differ from the property's shortcut. */
const letters: Partial<Record<ComposerMenu, string>> = {
  team: "T",
  milestone: "N",
  parent: "U",
  template: "E",
};

/** Returns the letter that opens a composer menu with Alt and Shift. */
export function composerLetter(menu: ComposerMenu): string | undefined {
  if (letters[menu]) return letters[menu];
  if (menu === "template" || menu === "relation") return undefined;
  return propertyOf(menu).shortcut?.key.toUpperCase();
}

/** The composer's shortcuts: a name, and the letter pressed with Alt and Shift. */
export function composerKeys(): [does: string, letter: string][] {
  const menus = pillOrder.map((menu) => [propertyOf(menu).name, composerLetter(menu)] as const);
  const all = [...menus, ["Template", composerLetter("template")], [
    "Add pasted link to task",
    "R",
  ]] as const;
  return all.flatMap(([does, letter]) => letter ? [[does, letter]] : []);
}
