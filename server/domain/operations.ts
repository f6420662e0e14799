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
import { endOwnSession } from "./sessions/end.ts";
import { listSessions } from "./sessions/list.ts";
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
  // Credentials and sessions
  listCredentials,
  createCredential,
  revokeCredential,
  listSessions,
  endOwnSession,
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
  // Administration
  findWorkspace,
  updateWorkspace,
  findUsage,
  listAudit,
  findMember,
  updateMember,
  removeMember,
  updateProfile,
];
