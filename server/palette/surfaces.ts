import type { GlobalName } from "./catalogue.ts";
import { type DestinationKind, destinationOf, destinations } from "./destinations.ts";
import { settingsPath, teamSettingsPath } from "../../views/settings_paths.ts";
import type { PaletteSubjectKind } from "./subject.ts";

/** Records that a page is about, which follow the page's first commands. */
export type Promoted =
  | "projects"
  | "teams"
  | "people"
  | "taskViews"
  | "projectViews"
  | "drafts"
  | "ownTasks"
  | "teamSettings";

/** How a page's suggestions differ. */
export interface Surface {
  /** The first commands, if the viewer can use them. */
  first?: readonly GlobalName[];
  records?: Promoted;
  /** The commands that follow. */
  then?: readonly GlobalName[];
  /** Commands that would open this page again. Commands for the same path are always omitted. */
  suppress?: readonly GlobalName[];
  /** The record that the page shows. */
  current?: { kind: PaletteSubjectKind; idOrKey: string };
  /** The team whose settings the page shows. */
  teamId?: string;
}

/** Personal and workspace settings, with the settings near each. Unavailable ones are omitted. */
const ownSettings: readonly GlobalName[] = [
  "open.profile",
  "open.preferences",
  "open.security",
  "open.apiKeys",
  "open.sessions",
];
const workspaceSettings: readonly GlobalName[] = [
  "open.workspaceSettings",
  "open.memberSettings",
  "open.teamSettings",
  "open.workflows",
  "open.usage",
  "open.billing",
];

/** The pages without a record. */
const surfaces: Record<string, Surface> = {
  [destinations.inbox]: { records: "ownTasks", then: ["open.tasks", "open.drafts"] },
  [destinations.drafts]: { records: "drafts", then: ["create.task", "open.tasks"] },
  [destinations.roadmap]: {
    first: ["create.project"],
    records: "projects",
    then: ["open.projects"],
  },
  [destinations.tasks]: { first: ["create.task"] },
  [destinations.projects]: { first: ["create.project"], records: "projects" },
  [destinations.teams]: {
    first: ["create.team"],
    records: "teams",
    then: ["open.teamSettings", "invite.members"],
  },
  [destinations.taskViews]: { first: ["create.taskView"], records: "taskViews" },
  [destinations.projectViews]: {
    first: ["create.projectView"],
    records: "projectViews",
    suppress: ["open.views"],
  },
  [destinations.members]: { first: ["invite.members"], records: "people" },
  [destinations.teamSettings]: {
    first: ["create.team"],
    records: "teamSettings",
    suppress: ["open.settings"],
  },
  [destinations.workflows]: { first: ["create.workflow"], records: "teamSettings" },
  [destinations.taskLabels]: {
    first: ["create.taskLabel"],
    then: ["open.taskLabels", "open.projectLabels", "open.taskTemplates", "open.workflows"],
  },
  [destinations.projectLabels]: {
    first: ["create.projectLabel"],
    then: ["open.projectLabels", "open.taskLabels", "open.projectTemplates", "open.workflows"],
  },
  [destinations.taskTemplates]: {
    first: ["create.taskTemplate"],
    then: ["open.taskTemplates", "open.taskLabels", "open.projectTemplates"],
  },
  [destinations.projectTemplates]: {
    first: ["create.projectTemplate"],
    then: ["open.projectTemplates", "open.projectLabels", "open.taskTemplates"],
  },
  [destinations.security]: { first: ["create.apiKey", "open.apiKeys", "open.sessions"] },
  [destinations.apiKeys]: { first: ["create.apiKey", "open.apiKeys", "open.sessions"] },
  [destinations.automation]: { first: ["install.automation"] },
  [destinations.profile]: { first: ownSettings, suppress: ["open.settings"] },
  [destinations.preferences]: { first: ownSettings },
  [destinations.sessions]: { first: ownSettings, suppress: ["open.settings"] },
  [destinations.workspaceSettings]: { first: workspaceSettings, suppress: ["open.settings"] },
  [destinations.memberSettings]: {
    first: ["invite.members"],
    records: "people",
    then: ["open.members", "open.teamSettings"],
    suppress: ["open.settings"],
  },
  [destinations.usage]: { first: workspaceSettings, suppress: ["open.settings"] },
  [destinations.billing]: { first: workspaceSettings, suppress: ["open.settings"] },
};

/** The pages of a single record. Further parts of the path don't matter. */
const recordPages: [page: DestinationKind, PaletteSubjectKind][] = [
  ["task", "task"],
  ["project", "project"],
  ["person", "person"],
  ["team", "team"],
  ["taskView", "view"],
  ["projectView", "view"],
];

/** Returns a page's path without its query, fragment, and trailing slash. */
export function plainPath(path: string | null | undefined): string {
  return (path ?? "").replace(/[?#].*$/s, "").replace(/\/+$/, "");
}

/** Returns the differences at a path, if any. */
export function surfaceAt(path: string): Surface {
  if (Object.hasOwn(surfaces, path)) return surfaces[path]!;
  const above = path.replace(/\/[^/]*$/, "");
  const teamId = partAfter(teamSettingsPath(""), path);
  if (teamId) {
    return { teamId, suppress: ["open.teamSettings", "open.settings", "open.workflows"] };
  }
  for (const [page, kind] of recordPages) {
    const idOrKey = partAfter(destinationOf(page, ""), path);
    if (idOrKey) return { current: { kind, idOrKey } };
  }
  // Pages below a settings page, such as one workflow, have the same suggestions
  return above.startsWith(settingsPath) ? surfaceAt(above) : {};
}

/** Returns the next part of a path after a prefix, or an empty text. */
function partAfter(start: string, path: string): string {
  return path.startsWith(start) ? path.slice(start.length).split("/")[0]! : "";
}
