import { z } from "zod";
import { Project } from "../domain/projects/schema.ts";
import { Task } from "../domain/tasks/schema.ts";
import { archiveView, restoreView } from "../domain/saved_views/archive.ts";
import { createView } from "../domain/saved_views/create.ts";
import { findView, listViews } from "../domain/saved_views/list.ts";
import { listViewProjects } from "../domain/saved_views/projects.ts";
import type { VersionedView } from "../domain/saved_views/read.ts";
import { View } from "../domain/saved_views/schema.ts";
import { subscribeToView, unsubscribeFromView } from "../domain/saved_views/subscribe.ts";
import { listViewTasks } from "../domain/saved_views/tasks.ts";
import { undoView } from "../domain/saved_views/undo.ts";
import { updateView } from "../domain/saved_views/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Views";
const path = "/workspaces/{workspaceId}/views";

const oneView = {
  tag,
  response: z.strictObject({ view: View }),
  answer: (found: VersionedView) => `{"view":${found.json}}`,
  version: (found: VersionedView) => found.version,
};

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
    summary: "Create a saved view",
    description:
      "Only you can see a personal view. Everyone who can see the team, project, or workspace can see its " +
      "views.",
    status: 201,
    location: (found) => found.id,
    example: { name: "My tasks in progress", filters: { assigneeId: "me", status: "progressed" } },
  }),
  endpoint({
    ...oneView,
    method: "GET",
    path: `${path}/{viewId}`,
    operation: findView,
    summary: "Get a saved view",
    status: 200,
  }),
  endpoint({
    ...oneView,
    method: "PATCH",
    path: `${path}/{viewId}`,
    operation: updateView,
    summary: "Update a saved view",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { name: "My tasks this week", layout: "board" },
  }),
  endpoint({
    ...oneView,
    method: "POST",
    path: `${path}/{viewId}/undo`,
    operation: undoView,
    summary: "Undo your last change to a saved view",
    description:
      "You can undo a change for a week, unless someone has changed the same values since " +
      "(`changed_since`). You can't undo a change twice (`not_undoable`).",
    status: 200,
    bodyOptional: true,
  }),
  endpoint({
    ...oneView,
    method: "DELETE",
    path: `${path}/{viewId}`,
    operation: archiveView,
    summary: "Archive a saved view",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneView,
    method: "POST",
    path: `${path}/{viewId}/restore`,
    operation: restoreView,
    summary: "Restore an archived view",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  collection({
    path: `${path}/{viewId}/tasks`,
    operation: listViewTasks,
    tag,
    summary: "List the tasks in a saved view",
    description:
      "Uses the view's filters and sort order. In filters, `me` is the person who makes the request.",
    plural: "tasks",
    record: Task,
  }),
  collection({
    path: `${path}/{viewId}/projects`,
    operation: listViewProjects,
    tag,
    summary: "List the projects in a saved view",
    plural: "projects",
    record: Project,
  }),
  endpoint({
    ...oneView,
    method: "PUT",
    path: `${path}/{viewId}/subscription`,
    operation: subscribeToView,
    summary: "Subscribe to a saved view",
    description:
      "Sends you a notification for each task or project that starts to match the view's filters.",
    status: 200,
  }),
  endpoint({
    ...oneView,
    method: "DELETE",
    path: `${path}/{viewId}/subscription`,
    operation: unsubscribeFromView,
    summary: "Unsubscribe from a saved view",
    status: 200,
  }),
];
