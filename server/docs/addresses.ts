/** A page of the web interface: its name, and the page of the docs that describes it. */
type Described = readonly [name: string, docs: string];

/** Every page of the web interface with an address of its own, by audience and path. */
export const addresses: Readonly<Record<string, Readonly<Record<string, Described>>>> = {
  everyone: {
    "/": ["Landing page, and public search", "/docs/web/start/public-site"],
    "/auth/signup": ["Sign-up", "/docs/web/auth/request-code"],
    "/auth/signin": ["Sign-in", "/docs/web/auth/request-code"],
    "/auth/verify": ["Sign-in code", "/docs/web/auth/verify-code"],
    "/unsubscribe": ["Unsubscribe from emails", "/docs/reference/emails"],
  },
  "signed-in people": {
    "/onboarding": ["Onboarding", "/docs/web/auth/verify-code"],
  },
  members: {
    "/workspace/inbox": ["Inbox", "/docs/web/inbox/review-notifications"],
    "/workspace/inbox/:notificationId": ["Notification", "/docs/web/inbox/review-notifications"],
    "/workspace/drafts": ["Drafts", "/docs/web/draft/review-drafts"],
    "/workspace/tasks": ["Tasks", "/docs/web/task/browse"],
    "/workspace/tasks/compose": ["New task", "/docs/web/task/create"],
    "/workspace/tasks/:taskId": ["Task", "/docs/web/task/detail"],
    "/workspace/projects": ["Projects", "/docs/web/project/browse"],
    "/workspace/projects/:projectId": ["Project", "/docs/web/project/detail"],
    "/workspace/roadmap": ["Roadmap", "/docs/web/project/roadmap"],
    "/workspace/views": ["Saved task views", "/docs/web/task/saved-views"],
    "/workspace/views/projects": ["Saved project views", "/docs/web/task/saved-views"],
    "/workspace/view/:viewKey": ["Saved task view", "/docs/web/task/saved-views"],
    "/workspace/project-view/:viewKey": ["Saved project view", "/docs/web/task/saved-views"],

    "/workspace/teams": ["Teams", "/docs/web/team/browse"],
    "/workspace/teams/:teamId": ["Team", "/docs/web/team/detail"],
    "/workspace/teams/:teamId/projects": ["Team projects", "/docs/web/team/detail"],
    "/workspace/teams/:teamId/views": ["Team views", "/docs/web/team/detail"],
    "/workspace/members": ["Members", "/docs/web/member/browse"],
    "/workspace/members/:profileId": ["Profile", "/docs/web/member/profile"],
    "/workspace/command": ["Search", "/docs/web/search/search-workspace"],
    "/workspace/settings": ["Settings", "/docs/web/settings"],
    "/workspace/settings/profile": ["Profile settings", "/docs/web/settings/profile"],
    "/workspace/settings/preferences": ["Preferences", "/docs/web/settings/preferences"],
    "/workspace/settings/security": ["Security", "/docs/web/security"],
    "/workspace/settings/security/pats": [
      "Personal access tokens",
      "/docs/web/security/list-personal-access-tokens",
    ],
    "/workspace/settings/security/sessions": ["Sessions", "/docs/web/security/review-sessions"],
    "/workspace/settings/teams": ["Team settings", "/docs/web/settings/teams"],
    "/workspace/settings/teams/:teamId": ["Settings of a team", "/docs/web/settings/teams"],
    "/workspace/settings/teams/:teamId/members": ["Team members", "/docs/web/settings/teams"],
  },
  "owners and admins": {
    "/workspace/projects/new": ["New project", "/docs/web/project/browse"],
    "/workspace/settings/workspace": ["Workspace settings", "/docs/web/settings/workspace"],
    "/workspace/settings/members": ["Member settings", "/docs/web/settings/members"],
    "/workspace/settings/workflows": ["Workflows", "/docs/concepts/tasks-and-workflows"],
    "/workspace/settings/task-labels": ["Task labels", "/docs/web/settings/task-labels"],
    "/workspace/settings/project-labels": ["Project labels", "/docs/web/settings/project-labels"],
    "/workspace/settings/task-templates": ["Task templates", "/docs/web/settings/task-templates"],
    "/workspace/settings/task-templates/new": [
      "New task template",
      "/docs/web/settings/task-templates",
    ],
    "/workspace/settings/task-templates/:templateId": [
      "Task template",
      "/docs/web/settings/task-templates",
    ],
    "/workspace/settings/project-templates": [
      "Project templates",
      "/docs/web/settings/project-templates",
    ],
    "/workspace/settings/project-templates/new": [
      "New project template",
      "/docs/web/settings/project-templates",
    ],
    "/workspace/settings/project-templates/:templateId": [
      "Project template",
      "/docs/web/settings/project-templates",
    ],
    "/workspace/settings/automation": ["Automations and agents", "/docs/web/automation"],
    "/workspace/settings/audit": ["Audit log", "/docs/web/security/review-audit-log"],
    "/workspace/settings/usage": ["Usage", "/docs/web/settings"],
    "/workspace/settings/billing": ["Billing", "/docs/web/settings"],
  },
};
