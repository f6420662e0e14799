import { listAudit } from "./audit/list.ts";
import { findMember } from "./profiles/find.ts";
import { removeMember } from "./profiles/remove.ts";
import { updateMember } from "./profiles/role.ts";
import { updateProfile } from "./profiles/update.ts";
import { findWorkspace } from "./workspaces/find.ts";
import { updateWorkspace } from "./workspaces/update.ts";
import { findUsage } from "./workspaces/usage.ts";
import { listLabels } from "./labels/list.ts";
import { listMembers } from "./profiles/list.ts";
import { findMe } from "./profiles/me.ts";
import { updateViewer } from "./profiles/viewer.ts";
import { refreshSession } from "./sessions/refresh.ts";
import { requestCode } from "./sessions/request.ts";
import { revokeSession, signOut } from "./sessions/revoke.ts";
import { verifyCode, verifyCodeInBrowser } from "./sessions/verify.ts";
import { createTask } from "./tasks/create.ts";
import { findTask, findTaskVersion } from "./tasks/find.ts";
import { groupTasks } from "./tasks/groups.ts";
import { listTasks } from "./tasks/list.ts";
import { updateTask } from "./tasks/update.ts";
import { listTeams } from "./teams/list.ts";
import { createWorkspace } from "./workspaces/create.ts";
import { listWorkspaces } from "./workspaces/list.ts";
import { switchWorkspace } from "./workspaces/switch.ts";

import { createComment } from "./comments/create.ts";
import { deleteComment } from "./comments/delete.ts";
import { listComments } from "./comments/list.ts";
import { updateComment } from "./comments/update.ts";
import { countInbox, listInbox } from "./inbox/list.ts";
import {
  archiveEntries,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
  updateEntry,
} from "./inbox/mark.ts";
import { addRelation } from "./relations/add.ts";
import { removeRelation } from "./relations/remove.ts";
import { createResource } from "./resources/create.ts";
import { deleteResource } from "./resources/delete.ts";
import { listResources } from "./resources/list.ts";
import { updateResource } from "./resources/update.ts";
import { archiveTask, restoreTask } from "./tasks/archive.ts";
import { followTask, unfollowTask } from "./tasks/follow.ts";
import { listArchivedTasks, listDrafts } from "./tasks/shelf.ts";
import { createTaskTemplate } from "./templates/create.ts";
import { findTaskTemplate, listTaskTemplates } from "./templates/list.ts";
import { archiveTaskTemplate, updateTaskTemplate } from "./templates/update.ts";

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
  createTask,
  updateTask,
  // Administration
  findWorkspace,
  updateWorkspace,
  findUsage,
  listAudit,
  findMember,
  updateMember,
  removeMember,
  updateProfile,
  // Conversation: comments, relations, resources, archive, inbox, templates
  listComments,
  createComment,
  updateComment,
  deleteComment,
  addRelation,
  removeRelation,
  listResources,
  createResource,
  updateResource,
  deleteResource,
  archiveTask,
  restoreTask,
  listDrafts,
  listArchivedTasks,
  followTask,
  unfollowTask,
  listInbox,
  countInbox,
  readEntries,
  unreadEntries,
  archiveEntries,
  restoreEntries,
  updateEntry,
  readWholeInbox,
  listTaskTemplates,
  findTaskTemplate,
  createTaskTemplate,
  updateTaskTemplate,
  archiveTaskTemplate,
];
