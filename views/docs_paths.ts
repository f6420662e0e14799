/** The docs, and the start of every page's path. */
export const docsPath = "/docs";
/** The index of the docs for programs. */
export const docsIndexPath = `${docsPath}/llms.txt`;
/** Everything in the docs that the palette finds. */
export const docsSearchPath = `${docsPath}/search.json`;
/** Returns the path of a page's Markdown. @param path the page's path */
export const markdownPath = (path: string) => `${path}.md`;

/** The guides that the app's settings pages and empty states link to. */
export const guides = {
  boardsAndLists: `${docsPath}/web/task/browse`,
  createTask: `${docsPath}/web/task/create`,
  savedViews: `${docsPath}/web/task/saved-views`,
  projects: `${docsPath}/web/project/browse`,
  roadmap: `${docsPath}/web/project/roadmap`,
  inbox: `${docsPath}/web/inbox/review-notifications`,
  drafts: `${docsPath}/web/draft/review-drafts`,
  search: `${docsPath}/web/search/search-workspace`,
  publicSite: `${docsPath}/web/start/public-site`,
  members: `${docsPath}/web/member/browse`,
  teams: `${docsPath}/web/team/browse`,
  settings: `${docsPath}/web/settings`,
  profileSettings: `${docsPath}/web/settings/profile`,
  preferences: `${docsPath}/web/settings/preferences`,
  security: `${docsPath}/web/security`,
  workspaceSettings: `${docsPath}/web/settings/workspace`,
  memberSettings: `${docsPath}/web/settings/members`,
  teamSettings: `${docsPath}/web/settings/teams`,
  workflows: `${docsPath}/concepts/tasks-and-workflows`,
  taskLabels: `${docsPath}/web/settings/task-labels`,
  projectLabels: `${docsPath}/web/settings/project-labels`,
  taskTemplates: `${docsPath}/web/settings/task-templates`,
  projectTemplates: `${docsPath}/web/settings/project-templates`,
  createAutomation: `${docsPath}/web/automation/create-automation`,
  audit: `${docsPath}/web/security/review-audit-log`,
  operators: `${docsPath}/operators`,
} as const;

/** The path of a guide. */
export type GuidePath = (typeof guides)[keyof typeof guides];
