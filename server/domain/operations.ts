import { listCommands } from "./commands/list.ts";
import { runCommand } from "./commands/run.ts";
import { listFavorites } from "./favorites/list.ts";
import { addFavorite, removeFavorite } from "./favorites/mark.ts";
import { search } from "./search/search.ts";
import { archiveView, restoreView } from "./views/archive.ts";
import { createView } from "./views/create.ts";
import { findView, listViews } from "./views/list.ts";
import { listViewProjects } from "./views/projects.ts";
import { subscribeToView, unsubscribeFromView } from "./views/subscribe.ts";
import { listViewTasks } from "./views/tasks.ts";
import { updateView } from "./views/update.ts";
import { createAgent } from "./agents/create.ts";
import { findAgent, listAgents } from "./agents/list.ts";
import { updateAgent } from "./agents/update.ts";
import { createAutomation } from "./automations/create.ts";
import { exchangeSecret } from "./automations/exchange.ts";
import { findAutomation, listAutomations } from "./automations/list.ts";
import { rotateSecret } from "./automations/rotate.ts";
import { updateAutomation } from "./automations/update.ts";
import { createCredential } from "./credentials/create.ts";
import { listCredentials } from "./credentials/list.ts";
import { revokeCredential } from "./credentials/revoke.ts";
import { archiveLabel, restoreLabel } from "./labels/archive.ts";
import { createLabel } from "./labels/create.ts";
import { updateLabel } from "./labels/update.ts";
import { archiveTeam, restoreTeam } from "./teams/archive.ts";
import { createTeam } from "./teams/create.ts";
import { findTeam } from "./teams/find.ts";
import { putTeamMember, removeTeamMember } from "./teams/membership.ts";
import { updateTeam } from "./teams/update.ts";
import { archiveWorkflow, restoreWorkflow } from "./workflows/archive.ts";
import { createWorkflow } from "./workflows/create.ts";
import { findWorkflow, listWorkflows } from "./workflows/list.ts";
import { updateWorkflow } from "./workflows/update.ts";
import { acceptInvitation } from "./invitations/accept.ts";
import { createInvitation } from "./invitations/create.ts";
import { declineInvitation } from "./invitations/decline.ts";
import { listInvitations } from "./invitations/list.ts";
import { listOwnInvitations } from "./invitations/mine.ts";
import { resendInvitation } from "./invitations/resend.ts";
import { revokeInvitation } from "./invitations/revoke.ts";
import { listAudit } from "./audit/list.ts";
import { findMember } from "./profiles/find.ts";
import { removeMember } from "./profiles/remove.ts";
import { updateMember } from "./profiles/role.ts";
import { updateProfile } from "./profiles/update.ts";
import { findWorkspace } from "./workspaces/find.ts";
import { updateWorkspace } from "./workspaces/update.ts";
import { findUsage } from "./workspaces/usage.ts";
import { findLabel, listLabels } from "./labels/list.ts";
import { listMembers } from "./profiles/list.ts";
import { createMilestone } from "./milestones/create.ts";
import { listMilestones } from "./milestones/list.ts";
import { archiveMilestone, restoreMilestone, updateMilestone } from "./milestones/update.ts";
import { createProjectLabel } from "./project_labels/create.ts";
import { findProjectLabel, listProjectLabels } from "./project_labels/list.ts";
import {
  archiveProjectLabel,
  restoreProjectLabel,
  updateProjectLabel,
} from "./project_labels/update.ts";
import { createProjectTemplate } from "./project_templates/create.ts";
import { findProjectTemplate, listProjectTemplates } from "./project_templates/list.ts";
import {
  archiveProjectTemplate,
  restoreProjectTemplate,
  updateProjectTemplate,
} from "./project_templates/update.ts";
import { listProjectUpdates } from "./project_updates/list.ts";
import { postProjectUpdate } from "./project_updates/post.ts";
import { archiveProject, restoreProject } from "./projects/archive.ts";
import { createProject } from "./projects/create.ts";
import { addDependency, removeDependency } from "./projects/dependencies.ts";
import { findProject, findProjectVersion } from "./projects/find.ts";
import { listProjects } from "./projects/list.ts";
import { readRoadmap } from "./projects/roadmap.ts";
import { updateProject } from "./projects/update.ts";
import { findPreferences } from "./preferences/find.ts";
import { updatePreferences } from "./preferences/update.ts";
import { findMe } from "./profiles/me.ts";
import { updateViewer } from "./profiles/viewer.ts";
import { endOtherSessions, endOwnSession } from "./sessions/end.ts";
import { listSessions } from "./sessions/list.ts";
import { refreshSession } from "./sessions/refresh.ts";
import { requestCode } from "./sessions/request.ts";
import { revokeSession, signOut } from "./sessions/revoke.ts";
import { verifyCode, verifyCodeInBrowser } from "./sessions/verify.ts";
import { createTask } from "./tasks/create.ts";
import { listProjectActivity } from "./projects/activity.ts";
import { listTaskActivity } from "./tasks/activity.ts";
import { findTask, findTaskVersion } from "./tasks/find.ts";
import { groupTasks } from "./tasks/groups.ts";
import { listTasks } from "./tasks/list.ts";
import { updateTask } from "./tasks/update.ts";
import { listTeams } from "./teams/list.ts";
import { createWorkspace } from "./workspaces/create.ts";
import { listWorkspaces } from "./workspaces/list.ts";
import { switchWorkspace } from "./workspaces/switch.ts";
import { conversation } from "./conversation.ts";

/** Everything that Backlog can do. Whatever wants to look at all of it looks here. */
export const operations = [
  // Signing in
  requestCode,
  verifyCode,
  verifyCodeInBrowser,
  refreshSession,
  revokeSession,
  signOut,
  // Oneself
  findMe,
  updateViewer,
  findPreferences,
  updatePreferences,
  // Workspaces
  listWorkspaces,
  createWorkspace,
  switchWorkspace,
  // Directory
  listTeams,
  listMembers,
  listLabels,
  // Tasks
  listTasks,
  groupTasks,
  findTask,
  findTaskVersion,
  listTaskActivity,
  createTask,
  updateTask,
  // Credentials and sessions
  listCredentials,
  createCredential,
  revokeCredential,
  listSessions,
  endOwnSession,
  endOtherSessions,
  // Automations and agents
  exchangeSecret,
  listAutomations,
  findAutomation,
  createAutomation,
  updateAutomation,
  rotateSecret,
  listAgents,
  findAgent,
  createAgent,
  updateAgent,
  // Projects
  listProjects,
  findProject,
  findProjectVersion,
  listProjectActivity,
  createProject,
  updateProject,
  archiveProject,
  restoreProject,
  addDependency,
  removeDependency,
  readRoadmap,
  listMilestones,
  createMilestone,
  updateMilestone,
  archiveMilestone,
  restoreMilestone,
  listProjectUpdates,
  postProjectUpdate,
  listProjectLabels,
  findProjectLabel,
  createProjectLabel,
  updateProjectLabel,
  archiveProjectLabel,
  restoreProjectLabel,
  listProjectTemplates,
  findProjectTemplate,
  createProjectTemplate,
  updateProjectTemplate,
  archiveProjectTemplate,
  restoreProjectTemplate,
  // Administration
  findWorkspace,
  updateWorkspace,
  findUsage,
  listAudit,
  findMember,
  updateMember,
  removeMember,
  updateProfile,
  // Invitations
  listInvitations,
  createInvitation,
  resendInvitation,
  revokeInvitation,
  listOwnInvitations,
  acceptInvitation,
  declineInvitation,
  // Teams
  findTeam,
  createTeam,
  updateTeam,
  archiveTeam,
  restoreTeam,
  putTeamMember,
  removeTeamMember,
  // Workflows
  listWorkflows,
  findWorkflow,
  createWorkflow,
  updateWorkflow,
  archiveWorkflow,
  restoreWorkflow,
  // Task labels
  findLabel,
  createLabel,
  updateLabel,
  archiveLabel,
  restoreLabel,
  ...conversation,
  // Saved views
  listViews,
  findView,
  createView,
  updateView,
  archiveView,
  restoreView,
  subscribeToView,
  unsubscribeFromView,
  listViewTasks,
  listViewProjects,
  // Favorites
  listFavorites,
  addFavorite,
  removeFavorite,
  // Search and the palette
  search,
  listCommands,
  runCommand,
];
