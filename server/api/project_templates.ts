import { z } from "zod";
import { createProjectTemplate } from "../domain/project_templates/create.ts";
import { findProjectTemplate, listProjectTemplates } from "../domain/project_templates/list.ts";
import { ProjectTemplate } from "../domain/project_templates/schema.ts";
import {
  archiveProjectTemplate,
  restoreProjectTemplate,
  updateProjectTemplate,
} from "../domain/project_templates/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Project settings";
const path = "/workspaces/{workspaceId}/project-templates";

const oneTemplate = {
  tag,
  response: z.strictObject({ projectTemplate: ProjectTemplate }),
  answer: (projectTemplate: ProjectTemplate) => ({ projectTemplate }),
  version: (projectTemplate: ProjectTemplate) => projectTemplate.version,
};

/** Templates for new projects, managed by owners and admins. */
export const projectTemplatesEndpoints = [
  collection({
    path,
    operation: listProjectTemplates,
    tag,
    summary: "List project templates",
    plural: "projectTemplates",
    record: ProjectTemplate,
  }),
  endpoint({
    ...oneTemplate,
    method: "POST",
    path,
    operation: createProjectTemplate,
    summary: "Create a project template",
    status: 201,
    location: (template) => template.id,
    example: { name: "Launch", defaults: { priority: "high", milestones: [{ name: "Beta" }] } },
  }),
  endpoint({
    ...oneTemplate,
    method: "GET",
    path: `${path}/{templateId}`,
    operation: findProjectTemplate,
    summary: "Get a project template",
    status: 200,
  }),
  endpoint({
    ...oneTemplate,
    method: "PATCH",
    path: `${path}/{templateId}`,
    operation: updateProjectTemplate,
    summary: "Update a project template",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { name: "Product launch" },
  }),
  endpoint({
    ...oneTemplate,
    method: "DELETE",
    path: `${path}/{templateId}`,
    operation: archiveProjectTemplate,
    summary: "Archive a project template",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneTemplate,
    method: "POST",
    path: `${path}/{templateId}/restore`,
    operation: restoreProjectTemplate,
    summary: "Restore an archived project template",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
];
