import { z } from "zod";
import { Task } from "../domain/tasks/schema.ts";
import { createView } from "../domain/views/create.ts";
import { findView, listViews } from "../domain/views/list.ts";
import type { FoundView } from "../domain/views/read.ts";
import { View } from "../domain/views/schema.ts";
import { subscribeToView, unsubscribeFromView } from "../domain/views/subscribe.ts";
import { listViewTasks } from "../domain/views/tasks.ts";
import { archiveView, updateView } from "../domain/views/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Views";
const path = "/workspaces/{workspaceId}/views";

const oneView = {
  tag,
  response: z.strictObject({ view: View }),
  answer: (found: FoundView) => `{"view":${found.view}}`,
  version: (found: FoundView) => found.version,
};

/** Saved views. `contract.md`, REST API v1 */
export const viewsEndpoints = [
  collection({
    path,
    operation: listViews,
    tag,
    summary: "List saved views",
    plural: "views",
    record: View,
  }),
  endpoint({
    ...oneView,
    method: "POST",
    path,
    operation: createView,
    summary: "Save a view",
    status: 201,
    location: (found) => found.id,
    example: { name: "Mine, in progress", filters: { assigneeId: "me", status: "progressed" } },
  }),
  endpoint({
    ...oneView,
    method: "GET",
    path: `${path}/{viewId}`,
    operation: findView,
    summary: "Read one view",
    status: 200,
  }),
  endpoint({
    ...oneView,
    method: "PATCH",
    path: `${path}/{viewId}`,
    operation: updateView,
    summary: "Change a view",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { name: "Mine, this week", layout: "board" },
  }),
  endpoint({
    ...oneView,
    method: "DELETE",
    path: `${path}/{viewId}`,
    operation: archiveView,
    summary: "Archive a view",
    status: 200,
  }),
  collection({
    path: `${path}/{viewId}/tasks`,
    operation: listViewTasks,
    tag,
    summary: "List the tasks that a view shows",
    plural: "tasks",
    record: Task,
  }),
  endpoint({
    ...oneView,
    method: "PUT",
    path: `${path}/{viewId}/subscription`,
    operation: subscribeToView,
    summary: "Hear of what comes into a view",
    status: 200,
  }),
  endpoint({
    ...oneView,
    method: "DELETE",
    path: `${path}/{viewId}/subscription`,
    operation: unsubscribeFromView,
    summary: "No longer hear of it",
    status: 200,
  }),
];
