import { startDate, targetDate } from "./dates.tsx";
import { labels } from "./labels.tsx";
import { lead, members } from "./people.tsx";
import { priority } from "./priority.tsx";
import type { PropertyOfProject } from "./property.ts";
import { status } from "./status.tsx";
import { teams } from "./teams.tsx";

/** Every property of a project, by the name that its menu has in URLs, in the rail's order. */
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

/** One of them. */
export function projectPropertyOf(name: ProjectProperty): PropertyOfProject {
  return properties[name];
}
