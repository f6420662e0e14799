import { archiveWorkflow, restoreWorkflow } from "./archive.ts";
import { createWorkflow } from "./create.ts";
import { findWorkflow, listWorkflows } from "./list.ts";
import { updateWorkflow } from "./update.ts";

/** All that can be done with workflows. */
export const operations = [
  listWorkflows,
  findWorkflow,
  createWorkflow,
  updateWorkflow,
  archiveWorkflow,
  restoreWorkflow,
];
