import { invitationRows, labelRows, teamRows, workflowRows } from "./administration.ts";
import { automationRows, credentialRows } from "./credentials.ts";
import { projectRows } from "./projects.ts";
import { commandRows } from "./commands.ts";
import type { Table } from "./row.ts";
import { sessionRows } from "./sessions.ts";
import { taskRows } from "./tasks.ts";
import {
  approvalRows,
  commentRows,
  inboxRows,
  relationRows,
  resourceRows,
  shelfRows,
  taskTemplateRows,
} from "./talk.ts";
import { viewRows } from "./views.ts";
import { memberRows, workspaceRows } from "./workspaces.ts";

/** Every operation, and who may. */
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
  ...shelfRows,
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
