import { approvalRows } from "./approvals.ts";
import { automationRows } from "./automations.ts";
import { commandRows } from "./commands.ts";
import { commentRows } from "./comments.ts";
import { credentialRows } from "./credentials.ts";
import { inboxRows } from "./inbox.ts";
import { invitationRows } from "./invitations.ts";
import { labelRows } from "./labels.ts";
import { memberRows } from "./members.ts";
import { projectRows } from "./projects.ts";
import { relationRows } from "./relations.ts";
import { resourceRows } from "./resources.ts";
import { sessionRows } from "./sessions.ts";
import { taskTemplateRows } from "./task_templates.ts";
import { taskRows } from "./tasks.ts";
import { teamRows } from "./teams.ts";
import { viewRows } from "./views.ts";
import { workflowRows } from "./workflows.ts";
import { workspaceRows } from "./workspaces.ts";
import type { Table } from "./row.ts";

/** Every operation, with the people who have permission. */
export const table: Table = {
  ...sessionRows,
  ...credentialRows,
  ...automationRows,
  ...workspaceRows,
  ...memberRows,
  ...invitationRows,
  ...teamRows,
  ...workflowRows,
  ...labelRows,
  ...taskRows,
  ...commentRows,
  ...approvalRows,
  ...relationRows,
  ...resourceRows,
  ...inboxRows,
  ...taskTemplateRows,
  ...projectRows,
  ...viewRows,
  ...commandRows,
};
