import { browseProjects } from "./browse_projects.ts";
import { browseTasks } from "./browse_tasks.ts";
import { browseTeams } from "./browse_teams.ts";
import { changeTaskStatus } from "./change_task_status.ts";
import { commandActionsAndAccess } from "./command_actions_and_access.ts";
import { createAnAutomation } from "./create_an_automation.ts";
import { createAProject } from "./create_a_project.ts";
import { createATask } from "./create_a_task.ts";
import { filterAList } from "./filter_a_list.ts";
import type { Guide } from "./guide.ts";
import { keepAccess } from "./keep_access.ts";
import { knowPeople } from "./know_people.ts";
import { manageTeamsFromSettings } from "./manage_teams_from_settings.ts";
import { manageProjectTemplates } from "./manage_project_templates.ts";
import { manageTaskTemplates } from "./manage_task_templates.ts";
import { manageWorkspaceMembers } from "./manage_workspace_members.ts";
import { openASavedTaskView } from "./open_a_saved_task_view.ts";
import { openProjectDetail } from "./open_project_detail.ts";
import { openTaskDetail } from "./open_task_detail.ts";
import { openTeamDetail } from "./open_team_detail.ts";
import { openTheCommandPalette } from "./open_the_command_palette.ts";
import { openTheWorkspace } from "./open_the_workspace.ts";
import { readTheAudit } from "./read_the_audit.ts";
import { reviewDraftTasks } from "./review_draft_tasks.ts";
import { reviewNotifications } from "./review_notifications.ts";
import { searchTheWorkspace } from "./search_the_workspace.ts";
import { setWhatIsShared } from "./set_what_is_shared.ts";
import { signUp } from "./sign_up.ts";
import { updateTaskDetails } from "./update_task_details.ts";
import { updateYourPreferences } from "./update_your_preferences.ts";
import { useTheRoadmap } from "./use_the_roadmap.ts";

/** The guides of the web docs, in the order of a walk through the pages. */
export const guides: readonly Guide[] = [
  signUp,
  openTheWorkspace,
  searchTheWorkspace,
  openTheCommandPalette,
  commandActionsAndAccess,
  filterAList,
  reviewNotifications,
  reviewDraftTasks,
  browseTasks,
  createATask,
  openTaskDetail,
  changeTaskStatus,
  updateTaskDetails,
  openASavedTaskView,
  browseProjects,
  createAProject,
  openProjectDetail,
  useTheRoadmap,
  knowPeople,
  browseTeams,
  openTeamDetail,
  manageTeamsFromSettings,
  updateYourPreferences,
  keepAccess,
  manageTaskTemplates,
  manageProjectTemplates,
  manageWorkspaceMembers,
  setWhatIsShared,
  createAnAutomation,
  readTheAudit,
];
