import type { GlobalName } from "./catalogue.ts";
import { type DestinationKind, destinationOf, destinations } from "./destinations.ts";
import { settingsPath, teamSettingsPath } from "../../views/settings_paths.ts";
import type { PaletteSubjectKind } from "./subject.ts";

/** Records that a page is about: they stand right below what comes first there. */
export type Promoted =
  | "projects"
  | "teams"
  | "people"
  | "taskViews"
  | "projectViews"
  | "drafts"
  | "ownTasks"
  | "teamSettings";

/** What the suggestions of a page differ in. */
export interface Surface {
  /** What comes first, as far as the viewer may. */
  first?: readonly GlobalName[];
  records?: Promoted;
  /** What comes next of the actions. */
  then?: readonly GlobalName[];
  /** What would only lead back here. What leads to the very same path is left out anyway. */
  suppress?: readonly GlobalName[];
  /** The record that the page shows. */
  current?: { kind: PaletteSubjectKind; idOrKey: string };
  /** The team whose settings the page shows. */
  teamId?: string;
}

/** Settings of one's own, and of the workspace: what stands near each of them. What isn't for the viewer is left out. */
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

/** The pages without a record of their own. */
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

/** The pages of one record each; what follows the record's own part of the path doesn't matter. */
const recordPages: [page: DestinationKind, PaletteSubjectKind][] = [
  ["task", "task"],
  ["project", "project"],
  ["person", "person"],
  ["team", "team"],
  ["taskView", "view"],
  ["projectView", "view"],
];

/** A page's path as it was given: without its query, fragment and last slash. */
export function plainPath(path: string | null | undefined): string {
  return (path ?? "").replace(/[?#].*$/s, "").replace(/\/+$/, "");
}

/** What is different at a path; nothing at most. */
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
  // What stands below settings, such as one workflow, is about what they are
  return above.startsWith(settingsPath) ? surfaceAt(above) : {};
}

/** The next part of a path that starts so; empty where it doesn't. */
function partAfter(start: string, path: string): string {
  return path.startsWith(start) ? path.slice(start.length).split("/")[0]! : "";
}
