// Exports every action, grouped by file. `changeProperties`, `changeSelected`, `markSelected`, `changeProjectProperties`, and `toggleOnProject` stand for several actions.
export { signIn, signUp } from "./auth/email.tsx";
export { stopMails } from "./auth/unsubscribe.tsx";
export { verifyCode } from "./auth/code.tsx";
export { signOut } from "./auth/sign_out.ts";
export { makeWorkspace } from "./onboarding/onboarding.tsx";
export { accept, decline } from "./onboarding/invitations.ts";
export { runFromPalette } from "./palette/run.ts";
export { openWorkspace, switchWorkspace } from "./workspaces/switch.ts";
export {
  acceptFromInbox,
  archiveEntry,
  declineFromInbox,
  followEntry,
  markEntryRead,
  markEntryUnread,
  openEntry,
  readInbox,
  restoreEntry,
  snoozeEntry,
  undoSnooze,
  unfollowEntry,
  unreadInbox,
  unsnoozeEntry,
} from "./inbox/actions.ts";
export { leaveTask, makeTask } from "./tasks/composer.tsx";
export { addSubTask, splitDescription } from "./tasks/sub_tasks.ts";
export { saveDescription, saveTitle } from "./tasks/save_text.ts";
export { archive, publish, restore } from "./tasks/state_actions.ts";
export { changeProperties, moveTask, toggleLabel } from "./tasks/change_property.ts";
export { addLink, changeLink, removeLink } from "./tasks/links.ts";
export { askApproval, decide, withdraw } from "./tasks/approvals.ts";
export { relate, relateNamed, unrelate } from "./tasks/relations.tsx";
export { follow, unfollow } from "./tasks/follow.ts";
export {
  addLabelToSelected,
  archiveSelected,
  assignSelectedToMe,
  changeSelected,
  moveSelected,
  removeLabelFromSelected,
  restoreSelected,
} from "./tasks/change_selected.ts";

export { markSelected } from "./tasks/mark_selected.ts";
export { makeLabel } from "./tasks/make_label.ts";
export { moveCard, moveCards } from "./tasks/move_card.ts";
export { tickComment, tickDescription } from "./tasks/tick.ts";
export {
  foldListGroups,
  placeSubTasks,
  resetList,
  setDensity,
  showList,
  toggleRowPart,
  unfoldListGroups,
} from "./tasks/list_look.ts";
export { hideColumn, showColumn } from "./tasks/board_columns.ts";
export { undoListLook } from "./tasks/undo_list_look.ts";
export { undo } from "./tasks/undo.ts";
export {
  changeComment,
  comment,
  deleteComment,
  discardUnsent,
  keepDiscarded,
} from "./comments/actions.ts";
export { changeDates } from "./roadmap/dates.ts";
export { foldRoadmapGroup, unfoldRoadmapGroup } from "./roadmap/folds.ts";
export { agentActions } from "./settings/agents.ts";
export { automationActions } from "./settings/automations.tsx";
export { labelSettingsActions } from "./settings/labels.tsx";
export { memberSettingsActions } from "./settings/members.tsx";
export {
  archiveTeamAction,
  makeTeam,
  putTeamBack,
  restoreTeamAction,
  saveTeam,
} from "./settings/teams.tsx";
export {
  addTeamMember,
  changeTeamRole,
  leaveTeam,
  putTeamRoleBack,
  removeFromTeam,
} from "./settings/team_members.tsx";
export { deleteWorkspace } from "./settings/delete_workspace.ts";
export { leaveWorkspace } from "./settings/leave_workspace.ts";
export { putProfileBack, saveProfile } from "./settings/profile.tsx";
export {
  archiveTaskTemplateAction,
  createTaskTemplateAction,
  putTaskTemplateBack,
  restoreTaskTemplateAction,
  saveTaskTemplate,
} from "./settings/task_templates.tsx";
export {
  archiveProjectTemplateAction,
  createProjectTemplateAction,
  putProjectTemplateBack,
  restoreProjectTemplateAction,
  saveProjectTemplate,
} from "./settings/project_templates.tsx";
export {
  archiveWorkflowAction,
  assignWorkflow,
  createWorkflowAction,
  makeWorkflowDefault,
  nameWorkflowBack,
  renameWorkflow,
  restoreWorkflowAction,
} from "./settings/workflows.tsx";
export {
  addState,
  changeState,
  placeState,
  placeStateAgain,
  putStateBack,
  removeState,
} from "./settings/workflow_states.ts";
export { endOthers, endSession } from "./settings/sessions.tsx";
export { createToken, revokeToken } from "./settings/tokens.tsx";
export { putWorkspaceBack, saveWorkspace } from "./settings/workspace.tsx";
export { saveChannels, savePreferences, switchTheme } from "./settings/preferences.tsx";
export { foldGroup, turnSidebar, unfoldGroup } from "./preferences/sidebar.ts";
export {
  addToFavorites,
  favoriteProject,
  favoriteProjectView,
  favoriteTask,
  favoriteView,
  placeFavorite,
  placeFavoriteAgain,
  removeFromFavorites,
  unfavoriteProject,
  unfavoriteProjectView,
  unfavoriteTask,
  unfavoriteView,
} from "./favorites/actions.ts";
export {
  archiveView,
  editView,
  restoreView,
  saveChanges,
  saveView,
  subscribe,
  undoChange,
  unsubscribe,
} from "./tasks/views.ts";
export {
  archiveProjectView,
  editProjectView,
  restoreProjectView,
  saveProjectView,
  saveProjectViewChanges,
  subscribeToProjectView,
  undoProjectViewChange,
  unsubscribeFromProjectView,
} from "./projects/views.ts";
export { moveProjectCard } from "./projects/move_card.ts";
export { makeProject } from "./projects/composer.tsx";
export { changeProjectProperties, toggleOnProject } from "./projects/change_property.ts";
export {
  saveProjectDescription,
  saveProjectKey,
  saveProjectName,
  saveProjectSummary,
} from "./projects/save_text.ts";
export { archiveProjectAction, restoreProjectAction } from "./projects/state_actions.ts";
export { foldProjectGroups, unfoldProjectGroups } from "./projects/folded.ts";
export { tickProjectDescription } from "./projects/tick.ts";
export { undoProject } from "./projects/undo.ts";
export { postUpdate } from "./projects/updates.ts";
export {
  addMilestone,
  archiveMilestoneAction,
  changeMilestone,
  placeMilestone,
  placeMilestoneAgain,
  putMilestoneBack,
  restoreMilestoneAction,
} from "./projects/milestones.ts";
export { carryAlong, depend, removeDependencyAction } from "./projects/dependencies.tsx";
export { makeTemplateOfProject } from "./projects/template.tsx";
