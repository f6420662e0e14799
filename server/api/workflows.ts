import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { archiveWorkflow, restoreWorkflow } from "../domain/workflows/archive.ts";
import { createWorkflow } from "../domain/workflows/create.ts";
import { findWorkflow, listWorkflows } from "../domain/workflows/list.ts";
import { Workflow } from "../domain/workflows/schema.ts";
import { updateWorkflow } from "../domain/workflows/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Workflows";
const path = "/workspaces/{workspaceId}/workflows";

const oneWorkflow = {
  tag,
  response: z.strictObject({ workflow: Workflow }),
  answer: (found: Versioned<Workflow>) => `{"workflow":${found.json}}`,
  version: (found: Versioned<Workflow>) => found.version,
};

export const workflowsEndpoints = [
  collection({
    path,
    operation: listWorkflows,
    tag,
    summary: "List workflows",
    plural: "workflows",
    record: Workflow,
  }),
  endpoint({
    ...oneWorkflow,
    method: "POST",
    path,
    operation: createWorkflow,
    summary: "Create a workflow",
    status: 201,
    location: (found) => found.id,
    example: { name: "Support" },
  }),
  endpoint({
    ...oneWorkflow,
    method: "GET",
    path: `${path}/{workflowId}`,
    operation: findWorkflow,
    summary: "Get a workflow and its states",
    status: 200,
  }),
  endpoint({
    ...oneWorkflow,
    method: "PATCH",
    path: `${path}/{workflowId}`,
    operation: updateWorkflow,
    summary: "Update a workflow",
    description:
      "Requires the owner or admin role. `states` replaces the whole list. Tasks in a removed state " +
      "move to another state with the same status, which you can choose in `removed`.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { name: "Second-line support" },
  }),
  endpoint({
    ...oneWorkflow,
    method: "DELETE",
    path: `${path}/{workflowId}`,
    operation: archiveWorkflow,
    summary: "Archive an unused workflow",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneWorkflow,
    method: "POST",
    path: `${path}/{workflowId}/restore`,
    operation: restoreWorkflow,
    summary: "Restore an archived workflow",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
];
