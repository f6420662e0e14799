import { startDate, targetDate } from "./dates.tsx";
import { labels } from "./labels.tsx";
import { lead, members } from "./people.tsx";
import { priority } from "./priority.tsx";
import type { PropertyOfProject } from "./property.ts";
import { status } from "./status.tsx";
import { teams } from "./teams.tsx";

/** All properties of a project in the rail's order, by their menu's name in URLs. */
const properties = {
  status,
  priority,
  lead,
  members,
  teams,
  labels,
  start: startDate,
  target: targetDate,
} as const;
export type ProjectProperty = keyof typeof properties;
export const projectProperties = Object.keys(properties) as ProjectProperty[];

/** Returns a property. */
export function projectPropertyOf(name: ProjectProperty): PropertyOfProject {
  return properties[name];
}
