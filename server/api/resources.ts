import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { createResource } from "../domain/resources/create.ts";
import { deleteResource } from "../domain/resources/delete.ts";
import { listResources } from "../domain/resources/list.ts";
import { updateResource } from "../domain/resources/update.ts";
import { Resource } from "../domain/resources/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Resources";
const path = "/workspaces/{workspaceId}/tasks/{taskId}/resources";

const oneResource = {
  tag,
  response: z.strictObject({ resource: Resource }),
  answer: (found: Versioned<Resource>) => `{"resource":${found.json}}`,
  version: (found: Versioned<Resource>) => found.version,
};

export const resourcesEndpoints = [
  collection({
    path,
    operation: listResources,
    tag,
    summary: "List a task's links",
    plural: "resources",
    record: Resource,
  }),
  endpoint({
    ...oneResource,
    method: "POST",
    path,
    operation: createResource,
    summary: "Add a link to a task",
    description: "Requires the owner or admin role, or the lead or member role in the task's team.",
    status: 201,
    location: (found) => found.id,
    example: { url: "https://example.com/spec", title: "Specification" },
  }),
  endpoint({
    ...oneResource,
    method: "PATCH",
    path: `${path}/{resourceId}`,
    operation: updateResource,
    summary: "Update a link",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { title: "Specification, second edition" },
  }),
  endpoint({
    method: "DELETE",
    path: `${path}/{resourceId}`,
    operation: deleteResource,
    tag,
    summary: "Remove a link from a task",
    status: 204,
    response: null,
    answer: () => "",
    guarded: true,
  }),
];
