import { archiveWorkflow, restoreWorkflow } from "./archive.ts";
import { createWorkflow } from "./create.ts";
import { findWorkflow, listWorkflows } from "./list.ts";
import { updateWorkflow } from "./update.ts";

export const operations = [
  listWorkflows,
  findWorkflow,
  createWorkflow,
  updateWorkflow,
  archiveWorkflow,
  restoreWorkflow,
];
