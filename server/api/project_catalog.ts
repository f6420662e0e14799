import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { type Label, ProjectLabel } from "../domain/labels/schema.ts";
import { createProjectLabel } from "../domain/project_labels/create.ts";
import { findProjectLabel, listProjectLabels } from "../domain/project_labels/list.ts";
import {
  archiveProjectLabel,
  restoreProjectLabel,
  updateProjectLabel,
} from "../domain/project_labels/update.ts";
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
const labels = "/workspaces/{workspaceId}/project-labels";
const templates = "/workspaces/{workspaceId}/project-templates";

const oneLabel = {
  tag,
  response: z.strictObject({ projectLabel: ProjectLabel }),
  answer: (found: Versioned<Label>) => `{"projectLabel":${found.json}}`,
  version: (found: Versioned<Label>) => found.version,
};

const oneTemplate = {
  tag,
  response: z.strictObject({ projectTemplate: ProjectTemplate }),
  answer: (projectTemplate: ProjectTemplate) => ({ projectTemplate }),
  version: (projectTemplate: ProjectTemplate) => projectTemplate.version,
};

/** What the projects of a workspace share: their labels and templates. */
export const projectCatalogEndpoints = [
  collection({
    path: labels,
    operation: listProjectLabels,
    tag,
    summary: "List the project labels",
    plural: "projectLabels",
    record: ProjectLabel,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path: labels,
    operation: createProjectLabel,
    summary: "Make a project label",
    status: 201,
    location: (found) => found.id,
    example: { name: "Customer", color: "blue" },
  }),
  endpoint({
    ...oneLabel,
    method: "GET",
    path: `${labels}/{labelId}`,
    operation: findProjectLabel,
    summary: "Read one project label",
    status: 200,
  }),
  endpoint({
    ...oneLabel,
    method: "PATCH",
    path: `${labels}/{labelId}`,
    operation: updateProjectLabel,
    summary: "Rename, recolour or describe a project label",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { color: "teal" },
  }),
  endpoint({
    ...oneLabel,
    method: "DELETE",
    path: `${labels}/{labelId}`,
    operation: archiveProjectLabel,
    summary: "Archive a project label",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path: `${labels}/{labelId}/restore`,
    operation: restoreProjectLabel,
    summary: "Restore an archived project label",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  collection({
    path: templates,
    operation: listProjectTemplates,
    tag,
    summary: "List the project templates",
    plural: "projectTemplates",
    record: ProjectTemplate,
  }),
  endpoint({
    ...oneTemplate,
    method: "POST",
    path: templates,
    operation: createProjectTemplate,
    summary: "Make a project template",
    status: 201,
    location: (template) => template.id,
    example: { name: "Launch", defaults: { priority: "high", milestones: [{ name: "Beta" }] } },
  }),
  endpoint({
    ...oneTemplate,
    method: "GET",
    path: `${templates}/{templateId}`,
    operation: findProjectTemplate,
    summary: "Read one project template",
    status: 200,
  }),
  endpoint({
    ...oneTemplate,
    method: "PATCH",
    path: `${templates}/{templateId}`,
    operation: updateProjectTemplate,
    summary: "Change a project template",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { name: "Product launch" },
  }),
  endpoint({
    ...oneTemplate,
    method: "DELETE",
    path: `${templates}/{templateId}`,
    operation: archiveProjectTemplate,
    summary: "Archive a project template",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneTemplate,
    method: "POST",
    path: `${templates}/{templateId}/restore`,
    operation: restoreProjectTemplate,
    summary: "Restore an archived project template",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
];
