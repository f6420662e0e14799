import { draftsPath } from "../../views/draft_paths.ts";
import { inboxPath } from "../../views/inbox_paths.ts";
import { membersPath } from "../../views/people_paths.ts";
import { composerPath, taskPath, tasksPath, viewPath, withQuery } from "../../views/paths.ts";
import {
  projectPath,
  projectsPath,
  projectViewPath,
  projectViewsPath,
  roadmapPath,
} from "../../views/project_paths.ts";
import {
  automationSettingsPath,
  billingPath,
  memberSettingsPath,
  newProjectTemplatePath,
  newTaskTemplatePath,
  preferencesPath,
  profileSettingsPath,
  projectLabelsPath,
  projectTemplatesPath,
  securityPath,
  sessionsPath,
  taskLabelsPath,
  taskTemplatesPath,
  teamsSettingsPath,
  tokensPath,
  usagePath,
  workflowsPath,
  workspaceSettingsPath,
} from "../../views/settings_paths.ts";
import { teamsPath } from "../../views/team_paths.ts";
import { viewsPath } from "../../views/view_paths.ts";

/**
 * The pages that global commands open. Literal paths here, and those of people and teams below, have no page in Backlog
 * yet: the palette's JSON includes them, but no page links there.
 */
export const destinations = {
  inbox: inboxPath,
  tasks: tasksPath,
  composer: composerPath,
  projects: projectsPath,
  teams: teamsPath,
  members: membersPath,
  taskViews: viewsPath,
  projectViews: projectViewsPath,
  drafts: draftsPath,
  roadmap: roadmapPath,
  profile: profileSettingsPath,
  preferences: preferencesPath,
  security: securityPath,
  apiKeys: tokensPath,
  sessions: sessionsPath,
  teamSettings: teamsSettingsPath,
  workspaceSettings: workspaceSettingsPath,
  memberSettings: memberSettingsPath,
  workflows: workflowsPath,
  taskLabels: taskLabelsPath,
  projectLabels: projectLabelsPath,
  automation: automationSettingsPath,
  taskTemplates: taskTemplatesPath,
  newTaskTemplate: newTaskTemplatePath,
  projectTemplates: projectTemplatesPath,
  newProjectTemplate: newProjectTemplatePath,
  usage: usagePath,
  billing: billingPath,
} as const;
export type Destination = keyof typeof destinations;

/** The kinds of records that commands lead to. */
export type DestinationKind =
  | "task"
  | "draft"
  | "project"
  | "person"
  | "agent"
  | "team"
  | "taskView"
  | "projectView";

/**
 * Returns the page of a record's command. An unpublished draft is on the page of drafts.
 * @param key the task's reference or the view's key, which its path contains
 */
export function destinationOf(kind: DestinationKind, id: string, key = id): string {
  switch (kind) {
    case "task":
      return taskPath(key);
    case "draft":
      return withQuery(destinations.drafts, { draft: key });
    case "project":
      return projectPath(id);
    case "person":
    case "agent":
      return `${destinations.members}/${id}`;
    case "team":
      return `${destinations.teams}/${id}`;
    case "taskView":
      return viewPath(key);
    case "projectView":
      return projectViewPath(key);
  }
}
