import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { archiveTaskLabel, restoreTaskLabel } from "../domain/task_labels/archive.ts";
import { createTaskLabel } from "../domain/task_labels/create.ts";
import { findTaskLabel, listTaskLabels } from "../domain/task_labels/list.ts";
import { Label, LabelUses } from "../domain/labels/schema.ts";
import { mergeTaskLabels } from "../domain/task_labels/merge.ts";
import { countTaskLabelUses } from "../domain/task_labels/uses.ts";
import { updateTaskLabel } from "../domain/task_labels/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const path = "/workspaces/{workspaceId}/labels";

const oneLabel = {
  tag: "Labels",
  response: z.strictObject({ label: Label }),
  answer: (found: Versioned<Label>) => `{"label":${found.json}}`,
  version: (found: Versioned<Label>) => found.version,
};

/** Task labels, managed by owners and admins. */
export const labelsEndpoints = [
  collection({
    path,
    operation: listTaskLabels,
    tag: "Labels",
    summary: "List task labels",
    plural: "labels",
    record: Label,
  }),
  endpoint({
    method: "GET",
    path: `${path}/uses`,
    operation: countTaskLabelUses,
    tag: "Labels",
    summary: "Count tasks by label",
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
    operation: createTaskLabel,
    summary: "Create a task label",
    status: 201,
    location: (found) => found.id,
    example: { name: "Security", color: "orange" },
  }),
  endpoint({
    ...oneLabel,
    method: "GET",
    path: `${path}/{labelId}`,
    operation: findTaskLabel,
    summary: "Get a task label",
    status: 200,
  }),
  endpoint({
    ...oneLabel,
    method: "PATCH",
    path: `${path}/{labelId}`,
    operation: updateTaskLabel,
    summary: "Update a task label",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { color: "red" },
  }),
  endpoint({
    ...oneLabel,
    method: "DELETE",
    path: `${path}/{labelId}`,
    operation: archiveTaskLabel,
    summary: "Archive a task label",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path: `${path}/{labelId}/restore`,
    operation: restoreTaskLabel,
    summary: "Restore an archived task label",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path: `${path}/{labelId}/merge`,
    operation: mergeTaskLabels,
    summary: "Merge a task label into another",
    description:
      "Replaces the label everywhere, including in templates and saved views, with the label `into`. " +
      "Archives the replaced label and returns the label `into`.",
    status: 200,
    guarded: true,
    example: { into: "Bug" },
  }),
];
