// Exports every page, one per line. Names that end in `Menus` are arrays of pages.
export { landingPage } from "./landing/landing.tsx";
export { signInPage, signUpPage } from "./auth/email.tsx";
export { unsubscribePage } from "./auth/unsubscribe.tsx";
export { verifyCodePage } from "./auth/code.tsx";
export { onboardingPage } from "./onboarding/onboarding.tsx";
export { draftsPage } from "./drafts/drafts.tsx";
export { inboxPage } from "./inbox/inbox.tsx";
export { entryPage, snoozeMenu } from "./inbox/entry.tsx";
export { projectViewsPage, viewsPage } from "./saved_views/views.tsx";
export { editViewPage, newViewPage, viewActionsMenu } from "./tasks/views.ts";
export { taskListPage, viewPage } from "./tasks/list.tsx";
export { composerPage } from "./tasks/composer.tsx";
export {
  composerMenus,
  composerRelationMenu,
  composerTemplateMenu,
} from "./tasks/composer_menus.tsx";
export { approverMenu } from "./tasks/approver_menu.tsx";
export { filterMenu, operatorMenu, valuesMenu } from "./tasks/filter_menus.tsx";
export { columnMenu, displayMenu } from "./tasks/list_menus.tsx";
export { actionsMenu, propertyMenus } from "./tasks/menus.tsx";
export { findTaskMenus, relationKindsMenu } from "./tasks/relations.tsx";
export { selectedActionsMenu, selectedPropertyMenus } from "./tasks/selected_menus.tsx";
export { taskPage } from "./tasks/task.tsx";
export { searchPage } from "./palette/search.tsx";
export { projectListPage, projectViewPage } from "./projects/list.tsx";
export { projectDisplayMenu, projectFilterMenu } from "./projects/list_menus.tsx";
export {
  editProjectViewPage,
  newProjectViewPage,
  projectViewActionsMenu,
} from "./projects/views.ts";
export { newProjectPage } from "./projects/composer.tsx";
export { newProjectMenus, newProjectTemplateMenu } from "./projects/composer_menus.tsx";
export { projectPage } from "./projects/project.tsx";
export { findProjectMenus } from "./projects/dependencies.tsx";
export { templateOfProjectPage } from "./projects/template.tsx";
export { projectActionsMenu, projectPropertyMenus } from "./projects/menus.tsx";
export { roadmapDisplayMenu, roadmapFilterMenu, roadmapPage } from "./roadmap/roadmap.tsx";
export { memberPage, membersPage } from "./people/members.tsx";
export { teamPage, teamsPage, teamViewsPage } from "./teams/teams.tsx";
export { teamProjectsPage } from "./teams/projects.tsx";
export { auditPage } from "./settings/audit.tsx";
export { automationSettingsPage } from "./settings/automations.tsx";
export { settingsIndexPage } from "./settings/index.tsx";
export { teamSettingsPage, teamsSettingsPage } from "./settings/teams.tsx";
export { addTeamMemberMenu, teamMembersPage, teamRoleMenu } from "./settings/team_members.tsx";
export { projectLabelsPage, taskLabelsPage } from "./settings/labels.tsx";
export { memberSettingsPage } from "./settings/members.tsx";
export { workflowsPage } from "./settings/workflows.tsx";
export {
  newTaskTemplatePage,
  taskTemplatePage,
  taskTemplatesPage,
} from "./settings/task_templates.tsx";
export {
  newProjectTemplatePage,
  projectTemplatePage,
  projectTemplatesPage,
} from "./settings/project_templates.tsx";
export { profileSettingsPage } from "./settings/profile.tsx";
export { securityPage, sessionsPage } from "./settings/sessions.tsx";
export { tokensPage } from "./settings/tokens.tsx";
export { billingPage, usagePage, workspaceSettingsPage } from "./settings/workspace.tsx";
export { preferencesPage } from "./settings/preferences.tsx";
