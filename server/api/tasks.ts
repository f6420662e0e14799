import { z } from "zod";
import { Activity } from "../domain/activity/schema.ts";
import { listTaskActivity } from "../domain/tasks/list_activity.ts";
import { archiveTask, restoreTask } from "../domain/tasks/archive.ts";
import { createTask } from "../domain/tasks/create.ts";
import { findTask, findTaskVersion, type VersionedTask } from "../domain/tasks/find.ts";
import { followTask, followTasks, unfollowTask } from "../domain/tasks/follow.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { makeSubTasks } from "../domain/tasks/make_sub_tasks.ts";
import { LeftTask, Task, TaskDetail } from "../domain/tasks/schema.ts";
import { listArchivedTasks, listDrafts } from "../domain/tasks/drafts_and_archive.ts";
import { setTaskCheckbox } from "../domain/tasks/set_checkbox.ts";
import { undoTasks } from "../domain/undo/undo_tasks.ts";
import { updateTask } from "../domain/tasks/update.ts";
import { updateTasks } from "../domain/tasks/update_many.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Tasks";
const path = "/workspaces/{workspaceId}/tasks";
const one = `${path}/{taskId}`;

/** A task's whole record. SQL returns its JSON as text, which is passed on. */
const oneTask = {
  tag,
  status: 200,
  response: z.strictObject({ task: TaskDetail }),
  answer: (found: VersionedTask) => `{"task":${found.json}}`,
  version: (found: VersionedTask) => found.version,
  revised: true,
} as const;

const manyTasks = { tag, plural: "tasks", record: Task };

/** @param answer the response as sent, with `tasks` parsed */
function idsOfTasks(answer: unknown): { taskId: string }[] {
  const { tasks } = answer as { tasks: { id: string }[] };
  return tasks.map(({ id }) => ({ taskId: id }));
}

export const tasksEndpoints = [
  collection({
    ...manyTasks,
    path,
    operation: listTasks,
    summary: "List tasks",
    description: "Excludes archived tasks and drafts by default.",
  }),
  collection({
    ...manyTasks,
    path: "/workspaces/{workspaceId}/drafts",
    operation: listDrafts,
    summary: "List drafts",
    description: "Returns drafts of the teams you can see, newest first.",
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
      "Requires the owner or admin role, or the lead or member role in the team. The deadline is a " +
      "calendar day, the same in every time zone. It passes when the day ends in the workspace's " +
      "time zone.",
    status: 201,
    location: (found) => found.id,
    example: { title: "Ship public docs", teamId: "ENG", priority: "high", status: "planned" },
  }),
  endpoint({
    ...oneTask,
    method: "GET",
    path: one,
    operation: findTask,
    versionOnly: findTaskVersion,
    summary: "Get a task",
  }),
  endpoint({
    tag,
    method: "PATCH",
    path: `${path}/follow`,
    operation: followTasks,
    summary: "Follow or unfollow several tasks",
    description: "Changes all tasks or none. Returns the tasks that changed.",
    status: 200,
    response: z.strictObject({ tasks: z.array(Task) }),
    answer: (tasks) => `{"tasks":${tasks}}`,
    example: { taskIds: ["ENG-1", "ENG-2"], following: true },
  }),
  endpoint({
    ...oneTask,
    method: "PATCH",
    path: one,
    operation: updateTask,
    summary: "Update a task",
    description:
      "Requires the owner or admin role, or the lead or member role in the task's team. Changes only " +
      "the fields you send. Send `null` to clear a field. With `sinceVersion`, changes nothing if " +
      "someone has changed one of the same fields since that version.",
    bodyAs: "patch",
    guarded: true,
    example: { status: "progressed" },
  }),
  endpoint({
    tag,
    method: "PATCH",
    path,
    operation: updateTasks,
    summary: "Update several tasks",
    description:
      "Changes all tasks or none. If a task is refused, `errors` gives its position in `taskIds` and the " +
      "reason. Use `addTags` and `removeTags` to add and remove labels. Each person gets one notification. " +
      "Returns the tasks with the same fields as in task lists.",
    status: 200,
    response: z.strictObject({ tasks: z.array(Task) }),
    answer: (tasks) => `{"tasks":${tasks}}`,
    example: { taskIds: ["ENG-1", "ENG-2"], patch: { status: "completed", addTags: ["Bug"] } },
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path: `${one}/tick`,
    operation: setTaskCheckbox,
    summary: "Check or uncheck a checkbox in a task's description",
    description:
      "Changes only this checkbox, so simultaneous changes to other checkboxes are kept.",
    example: { words: "oil the hinges", done: true },
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path: `${one}/sub-tasks`,
    operation: makeSubTasks,
    summary: "Create sub-tasks from a list in a description",
    description:
      "Creates a sub-task from each list item between the lines `from` and `to`. Checked items become " +
      "completed sub-tasks. Each item then starts with its sub-task's reference. Returns the task. You can " +
      "undo everything at once.",
    guarded: true,
    bodyOptional: true,
    example: { from: 3, to: 7 },
  }),
  endpoint({
    tag,
    method: "POST",
    path: "/workspaces/{workspaceId}/activity/{activityId}/undo",
    operation: undoTasks,
    summary: "Undo a change",
    description:
      "Undoes your changes in an activity entry, and all other changes from the same request, even to other tasks. With `alone`, undoes only the changes to this task. With `backTo`, undoes all your changes " +
      "to this task since that entry. Includes comments, links, relations, and approval requests. Undoing " +
      "comments and approval requests also requires `comments.write`. With a task's ID or reference, " +
      "undoes your last change to the task, except for comments you wrote. Changes can be undone for a " +
      "week, until `undoableUntil`. Values that someone has changed since are kept, and `left` gives the " +
      "reasons. You can undo an undo, but you can't undo a change twice (`already_undone`). Returns the " +
      "restored tasks with the same fields as in task lists.",
    status: 200,
    bodyOptional: true,
    example: { backTo: "act_01kb0zq4x3e8vv5n7m2c9d6hrt" },
    response: z.strictObject({ tasks: z.array(Task), left: z.array(LeftTask) }),
    answer: ({ tasks, left }) => `{"tasks":${tasks},"left":${JSON.stringify(left)}}`,
    sight: { operation: findTaskVersion, inputs: idsOfTasks },
  }),
  collection({
    path: `${one}/activity`,
    operation: listTaskActivity,
    tag,
    summary: "List a task's activity, newest first",
    plural: "activity",
    record: Activity,
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    path: one,
    operation: archiveTask,
    summary: "Archive a task, or discard a draft",
    description: "Returns the task, which you can restore later.",
    guarded: true,
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path: `${one}/restore`,
    operation: restoreTask,
    summary: "Restore an archived task",
    bodyOptional: true,
    guarded: true,
  }),
  endpoint({
    ...oneTask,
    method: "PUT",
    path: `${one}/follow`,
    operation: followTask,
    summary: "Follow a task",
    description: "Followers get notifications about comments and status changes.",
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    path: `${one}/follow`,
    operation: unfollowTask,
    summary: "Unfollow a task",
  }),
];
