import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { archiveLabel, restoreLabel } from "../domain/labels/archive.ts";
import { createLabel } from "../domain/labels/create.ts";
import { findLabel, listLabels } from "../domain/labels/list.ts";
import { Label } from "../domain/labels/schema.ts";
import { updateLabel } from "../domain/labels/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const path = "/workspaces/{workspaceId}/labels";

const oneLabel = {
  tag: "Labels",
  response: z.strictObject({ label: Label }),
  answer: (found: Versioned<Label>) => `{"label":${found.json}}`,
  version: (found: Versioned<Label>) => found.version,
};

/** Task labels, kept by managers. */
export const labelsEndpoints = [
  collection({
    path,
    operation: listLabels,
    tag: "Labels",
    summary: "List the task labels",
    plural: "labels",
    record: Label,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path,
    operation: createLabel,
    summary: "Create a task label",
    status: 201,
    location: (found) => found.id,
    example: { name: "Security", color: "orange" },
  }),
  endpoint({
    ...oneLabel,
    method: "GET",
    path: `${path}/{labelId}`,
    operation: findLabel,
    summary: "Read one task label",
    status: 200,
  }),
  endpoint({
    ...oneLabel,
    method: "PATCH",
    path: `${path}/{labelId}`,
    operation: updateLabel,
    summary: "Rename, recolour or describe a task label",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { color: "red" },
  }),
  endpoint({
    ...oneLabel,
    method: "DELETE",
    path: `${path}/{labelId}`,
    operation: archiveLabel,
    summary: "Archive a task label",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneLabel,
    method: "POST",
    path: `${path}/{labelId}/restore`,
    operation: restoreLabel,
    summary: "Restore an archived task label",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
];
