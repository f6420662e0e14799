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
    summary: "Save a view",
    description:
      "A personal view is one's own alone; a team's, project's or workspace's view is seen by whoever sees those.",
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
    method: "POST",
    path: `${path}/{viewId}/undo`,
    operation: undoView,
    summary: "Take back one's last change of a view",
    description:
      "For a week, and as long as nobody has changed the same since (`changed_since`). What was taken back isn't taken " +
      "back again (`not_undoable`).",
    status: 200,
    bodyOptional: true,
  }),
  endpoint({
    ...oneView,
    method: "DELETE",
    path: `${path}/{viewId}`,
    operation: archiveView,
    summary: "Archive a view",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneView,
    method: "POST",
    path: `${path}/{viewId}/restore`,
    operation: restoreView,
    summary: "Bring an archived view back",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  collection({
    path: `${path}/{viewId}/tasks`,
    operation: listViewTasks,
    tag,
    summary: "List the tasks that a view shows",
    description: "As its filters and its sorting say, for whoever asks: `me` is the asking person.",
    plural: "tasks",
    record: Task,
  }),
  collection({
    path: `${path}/{viewId}/projects`,
    operation: listViewProjects,
    tag,
    summary: "List the projects that a view shows",
    plural: "projects",
    record: Project,
  }),
  endpoint({
    ...oneView,
    method: "PUT",
    path: `${path}/{viewId}/subscription`,
    operation: subscribeToView,
    summary: "Hear of what comes into a view",
    description: "Takes a notification for each task or project that comes to match its filters.",
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
