import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { createTaskTemplate } from "../domain/task_templates/create.ts";
import { findTaskTemplate, listTaskTemplates } from "../domain/task_templates/list.ts";
import { TaskTemplate } from "../domain/task_templates/schema.ts";
import {
  archiveTaskTemplate,
  restoreTaskTemplate,
  updateTaskTemplate,
} from "../domain/task_templates/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Task templates";
const path = "/workspaces/{workspaceId}/task-templates";

const oneTemplate = {
  tag,
  response: z.strictObject({ taskTemplate: TaskTemplate }),
  answer: (found: Versioned<TaskTemplate>) => `{"taskTemplate":${found.json}}`,
  version: (found: Versioned<TaskTemplate>) => found.version,
};

export const taskTemplatesEndpoints = [
  collection({
    path,
    operation: listTaskTemplates,
    tag,
    summary: "List task templates",
    plural: "taskTemplates",
    record: TaskTemplate,
  }),
  endpoint({
    ...oneTemplate,
    method: "POST",
    path,
    operation: createTaskTemplate,
    summary: "Create a task template",
    status: 201,
    location: (found) => found.id,
    example: { name: "Bug report", title: "Bug: ", priority: "high", tags: ["Bug"] },
  }),
  endpoint({
    ...oneTemplate,
    method: "GET",
    path: `${path}/{templateId}`,
    operation: findTaskTemplate,
    summary: "Get a task template",
    status: 200,
  }),
  endpoint({
    ...oneTemplate,
    method: "PATCH",
    path: `${path}/{templateId}`,
    operation: updateTaskTemplate,
    summary: "Update or restore a task template",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { priority: "urgent" },
  }),
  endpoint({
    ...oneTemplate,
    method: "DELETE",
    path: `${path}/{templateId}`,
    operation: archiveTaskTemplate,
    summary: "Archive a task template",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneTemplate,
    method: "POST",
    path: `${path}/{templateId}/restore`,
    operation: restoreTaskTemplate,
    summary: "Restore an archived task template",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
];
