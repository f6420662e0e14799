import { offers } from "./row.ts";

/** Commands offered everywhere. */
export const globalOffers = offers(`
  Create task → creators → create.task → /workspace/tasks/compose
  Create project → managers → create.project → /workspace/projects?create=1
  Create team → managers → create.team → /workspace/teams?create=1
  Invite members → managers → invite.members → /workspace/settings/members?create=1
  Create workflow → managers → create.workflow → /workspace/settings/workflows?create=1
  Create task label → managers → create.taskLabel → /workspace/settings/task-labels?create=1
  Create project label → managers → create.projectLabel → /workspace/settings/project-labels?create=1
  Create task template → managers → create.taskTemplate → /workspace/settings/task-templates/new
  Create project template → managers → create.projectTemplate → /workspace/settings/project-templates/new
  Create personal access token → everyone → create.apiKey → /workspace/settings/security/pats?create=1
  Install automation → managers → install.automation → /workspace/settings/automation?create=1
  Open inbox → everyone → open.inbox → /workspace/inbox
  Open tasks → everyone → open.tasks → /workspace/tasks
  Open projects → everyone → open.projects → /workspace/projects
  Open teams → everyone → open.teams → /workspace/teams
  Open members → managers → open.members → /workspace/members
  Open saved views → everyone → open.views → /workspace/views
  Open drafts → everyone → open.drafts → /workspace/drafts
  Open settings → everyone → open.settings → /workspace/settings/preferences
  Open profile settings → everyone → open.profile → /workspace/settings/profile
  Open preferences → everyone → open.preferences → /workspace/settings/preferences
  Open security settings → everyone → open.security → /workspace/settings/security
  Open personal access tokens → everyone → open.apiKeys → /workspace/settings/security/pats
  Open active sessions → everyone → open.sessions → /workspace/settings/security/sessions
  Open team settings → everyone → open.teamSettings → /workspace/settings/teams
  Open workspace settings → managers → open.workspaceSettings → /workspace/settings/workspace
  Open member settings → managers → open.memberSettings → /workspace/settings/members
  Open workflows → managers → open.workflows → /workspace/settings/workflows
  Open task labels → managers → open.taskLabels → /workspace/settings/task-labels
  Open project labels → managers → open.projectLabels → /workspace/settings/project-labels
  Open task templates → managers → open.taskTemplates → /workspace/settings/task-templates
  Open project templates → managers → open.projectTemplates → /workspace/settings/project-templates
  Open automation → managers → open.automation → /workspace/settings/automation
  Open usage → managers → open.usage → /workspace/settings/usage
  Open billing → managers → open.billing → /workspace/settings/billing
  Open roadmap → leads → open.roadmap → /workspace/roadmap
  Create task view → everyone → create.taskView → /workspace/views?create=1
  Create project view → everyone → create.projectView → /workspace/views/projects?create=1
`);
