/**
 * Where commands lead: the workspace's routes, The palette reads them as well as it
 * gives them, since what it suggests depends on where somebody is.
 */
export const places = {
  inbox: "/workspace/inbox",
  tasks: "/workspace/tasks",
  composer: "/workspace/tasks/compose",
  projects: "/workspace/projects",
  teams: "/workspace/teams",
  members: "/workspace/members",
  taskViews: "/workspace/views",
  projectViews: "/workspace/views/projects",
  drafts: "/workspace/drafts",
  roadmap: "/workspace/roadmap",
  profile: "/workspace/settings/profile",
  preferences: "/workspace/settings/preferences",
  security: "/workspace/settings/security",
  apiKeys: "/workspace/settings/security/pats",
  sessions: "/workspace/settings/security/sessions",
  teamSettings: "/workspace/settings/teams",
  workspaceSettings: "/workspace/settings/workspace",
  memberSettings: "/workspace/settings/members",
  workflows: "/workspace/settings/workflows",
  taskLabels: "/workspace/settings/task-labels",
  projectLabels: "/workspace/settings/project-labels",
  taskTemplates: "/workspace/settings/task-templates",
  newTaskTemplate: "/workspace/settings/task-templates/new",
  projectTemplates: "/workspace/settings/project-templates",
  newProjectTemplate: "/workspace/settings/project-templates/new",
  automation: "/workspace/settings/automation",
  usage: "/workspace/settings/usage",
  billing: "/workspace/settings/billing",
} as const;
export type Place = keyof typeof places;

/** The kinds of records that have pages of their own. */
export type PageKind =
  | "task"
  | "draft"
  | "project"
  | "person"
  | "agent"
  | "team"
  | "taskView"
  | "projectView";

/**
 * A record's page; an unpublished draft's place is among the drafts.
 * @param key a task's reference or a view's key: their pages are found by it
 */
export function placeOf(kind: PageKind, id: string, key = id): string {
  switch (kind) {
    case "task":
      return `${places.tasks}/${key}`;
    case "draft":
      return withQuery(places.drafts, { draft: key });
    case "project":
      return `${places.projects}/${id}`;
    case "person":
    case "agent":
      return `${places.members}/${id}`;
    case "team":
      return `${places.teams}/${id}`;
    case "taskView":
      return `/workspace/view/${key}`;
    case "projectView":
      return `/workspace/project-view/${key}`;
  }
}

/** One team's settings. */
export function teamSettingsOf(teamId: string): string {
  return `${places.teamSettings}/${teamId}`;
}

/** The task composer, with what is known already. */
export function composerWith(known: Record<string, string | null | undefined>): string {
  return withQuery(places.composer, known);
}

/** A path with a query; what is empty is left out. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
