import { z } from "zod";
import { createTask } from "../domain/tasks/create.ts";
import { findTask, findTaskVersion, type VersionedTask } from "../domain/tasks/find.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { Task, TaskDetail } from "../domain/tasks/schema.ts";
import { listArchivedTasks, listDrafts } from "../domain/tasks/drafts_and_archive.ts";
import { updateTask } from "../domain/tasks/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Tasks";
const path = "/workspaces/{workspaceId}/tasks";

/** One whole task. Its JSON comes out of SQL as text and is passed on. */
const oneTask = {
  tag,
  response: z.strictObject({ task: TaskDetail }),
  answer: (found: VersionedTask) => `{"task":${found.json}}`,
  version: (found: VersionedTask) => found.version,
};

const manyTasks = { tag, plural: "tasks", record: Task };

export const tasksEndpoints = [
  collection({
    ...manyTasks,
    path,
    operation: listTasks,
    summary: "List tasks",
    description: "Without archived tasks, and without drafts unless they are asked for.",
  }),
  collection({
    ...manyTasks,
    path: "/workspaces/{workspaceId}/drafts",
    operation: listDrafts,
    summary: "List unpublished drafts",
    description: "Those of the teams that one sees, newest first.",
  }),
  collection({
    ...manyTasks,
    path: "/workspaces/{workspaceId}/archived-tasks",
    operation: listArchivedTasks,
    summary: "List archived tasks",
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path,
    operation: createTask,
    summary: "Create a task",
    description:
      "For managers, and leads and members of a team. The deadline is a calendar day, the same wherever it is read; " +
      "it has passed when that day is over in the workspace's time zone.",
    status: 201,
    location: (found) => found.id,
    example: { title: "Ship public docs", teamId: "team_…", priority: "high", status: "planned" },
  }),
  endpoint({
    ...oneTask,
    method: "GET",
    path: `${path}/{taskId}`,
    operation: findTask,
    versionOnly: findTaskVersion,
    summary: "Read one task, whole",
    status: 200,
  }),
  endpoint({
    ...oneTask,
    method: "PATCH",
    path: `${path}/{taskId}`,
    operation: updateTask,
    summary: "Change a task",
    description:
      "For managers, and leads and members of its team. Only fields that are named change; null clears one.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { status: "progressed" },
  }),
];
