import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { type Label, LabelUses, ProjectLabel } from "../domain/labels/schema.ts";
import { mergeProjectLabels } from "../domain/project_labels/merge.ts";
import { countProjectLabelUses } from "../domain/project_labels/uses.ts";
import { createProjectLabel } from "../domain/project_labels/create.ts";
import { findProjectLabel, listProjectLabels } from "../domain/project_labels/list.ts";
import {
  archiveProjectLabel,
  restoreProjectLabel,
  updateProjectLabel,
} from "../domain/project_labels/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Project settings";
const path = "/workspaces/{workspaceId}/project-labels";

/** A label's whole record. SQL returns its JSON as text, which is passed on. */
const oneLabel = {
  tag,
  response: z.strictObject({ projectLabel: ProjectLabel }),
  answer: (found: Versioned<Label>) => `{"projectLabel":${found.json}}`,
  version: (found: Versioned<Label>) => found.version,
};

/** Project labels, managed by owners and admins. */
export const projectLabelsEndpoints = [
  collection({
    path,
    operation: listProjectLabels,
    tag,
    summary: "List project labels",
    plural: "projectLabels",
    record: ProjectLabel,
  }),
  endpoint({
    method: "GET",
    path: `${path}/uses`,
    operation: countProjectLabelUses,
    tag,
    summary: "Count projects by label",
    description:
      "Returns the number of uses by label ID. Unused labels are omitted. Drafts and archived records aren't counted.",
    status: 200,
    response: z.strictObject({ uses: LabelUses }),
    answer: (uses) => ({ uses }),
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path,
    operation: createProjectLabel,
    summary: "Create a project label",
    status: 201,
    location: (found) => found.id,
    example: { name: "Customer", color: "blue" },
  }),
  endpoint({
    ...oneLabel,
    method: "GET",
    path: `${path}/{labelId}`,
    operation: findProjectLabel,
    summary: "Get a project label",
    status: 200,
  }),
  endpoint({
    ...oneLabel,
    method: "PATCH",
    path: `${path}/{labelId}`,
    operation: updateProjectLabel,
    summary: "Update a project label",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { color: "teal" },
  }),
  endpoint({
    ...oneLabel,
    method: "DELETE",
    path: `${path}/{labelId}`,
    operation: archiveProjectLabel,
    summary: "Archive a project label",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path: `${path}/{labelId}/restore`,
    operation: restoreProjectLabel,
    summary: "Restore an archived project label",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path: `${path}/{labelId}/merge`,
    operation: mergeProjectLabels,
    summary: "Merge a project label into another",
    description:
      "Replaces the label everywhere, including in templates and saved views, with the label `into`. " +
      "Archives the replaced label and returns the label `into`.",
    status: 200,
    guarded: true,
    example: { into: "Infrastructure" },
  }),
];
