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

/** Every property of a task, by the name that its menu has in URLs, in the rail's order. */
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

/** All of them, some first. */
export function propertiesWith(...first: readonly TaskProperty[]): Property[] {
  return [...new Set([...first, ...taskProperties])].map(propertyOf);
}

/** One of them. */
export function propertyOf(name: TaskProperty): Property {
  return properties[name];
}
