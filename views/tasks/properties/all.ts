import { assignee } from "./assignee.tsx";
import { deadline } from "./deadline.tsx";
import { labels } from "./labels.tsx";
import { milestone } from "./milestone.tsx";
import { parent } from "./parent.tsx";
import { priority } from "./priority.tsx";
import { project } from "./project.tsx";
import type { Property } from "./property.ts";
import { status } from "./status.tsx";
import { team } from "./team.tsx";

/** All properties of a task, by the name of their menu in URLs, in the rail's order. */
export const properties = {
  status,
  priority,
  assignee,
  labels,
  deadline,
  project,
  milestone,
  parent,
  team,
};
export type TaskProperty = keyof typeof properties;
export const taskProperties = Object.keys(properties) as TaskProperty[];

/** Returns all properties, starting with some. */
export function propertiesWith(...first: readonly TaskProperty[]): Property[] {
  return [...new Set([...first, ...taskProperties])].map(propertyOf);
}

/** Returns a property by name. */
export function propertyOf(name: TaskProperty): Property {
  return properties[name];
}
