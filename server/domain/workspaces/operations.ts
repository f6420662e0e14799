import { listActivity } from "./activity.ts";
import { createWorkspace } from "./create.ts";
import { deleteWorkspace } from "./delete.ts";
import { findWorkspace } from "./find.ts";
import { leaveWorkspace } from "./leave.ts";
import { listWorkspaces } from "./list.ts";
import { startWorkspace } from "./start.ts";
import { findSuspensions } from "./suspended_in.ts";
import { switchWorkspace } from "./switch.ts";
import { updateWorkspace } from "./update.ts";
import { findUsage } from "./usage.ts";

export const operations = [
  listWorkspaces,
  createWorkspace,
  startWorkspace,
  switchWorkspace,
  findSuspensions,
  findWorkspace,
  updateWorkspace,
  leaveWorkspace,
  deleteWorkspace,
  findUsage,
  listActivity,
];
