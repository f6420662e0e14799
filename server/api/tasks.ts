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
import { tickChecklistBox } from "../domain/tasks/tick_checklist_box.ts";
import { undoTasks } from "../domain/undo/undo_tasks.ts";
import { updateTask } from "../domain/tasks/update.ts";
import { updateTasks } from "../domain/tasks/update_many.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Tasks";
const path = "/workspaces/{workspaceId}/tasks";
const one = `${path}/{taskId}`;

/** One whole task. Its JSON comes out of SQL as text and is passed on. */
const oneTask = {
  tag,
  status: 200,
  response: z.strictObject({ task: TaskDetail }),
  answer: (found: VersionedTask) => `{"task":${found.json}}`,
  version: (found: VersionedTask) => found.version,
  revised: true,
} as const;

const manyTasks = { tag, plural: "tasks", record: Task };

/** @param answer as it is sent: what stands under `tasks` is JSON no longer */
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
    example: { title: "Ship public docs", teamId: "ENG", priority: "high", status: "planned" },
  }),
  endpoint({
    ...oneTask,
    method: "GET",
    path: one,
    operation: findTask,
    versionOnly: findTaskVersion,
    summary: "Read one task, whole",
  }),
  endpoint({
    tag,
    method: "PATCH",
    path: `${path}/follow`,
    operation: followTasks,
    summary: "Follow many tasks at once, or stop following them",
    description: "All of them, or none. Answers with those of which that is new.",
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
    summary: "Change a task",
    description:
      "For managers, and leads and members of its team. Only fields that are named change; null clears one. " +
      "With `sinceVersion` nothing is changed where somebody has changed one of the same fields since then.",
    bodyAs: "patch",
    guarded: true,
    example: { status: "progressed" },
  }),
  endpoint({
    tag,
    method: "PATCH",
    path,
    operation: updateTasks,
    summary: "Change many tasks at once",
    description:
      "All of them, or none: where one is refused, `errors` names each by its place in " +
      "`taskIds`, and why. A label is added and removed by `addTags` and `removeTags`. " +
      "Whoever is notified hears of it once. Answers with the tasks as a list gives them.",
    status: 200,
    response: z.strictObject({ tasks: z.array(Task) }),
    answer: (tasks) => `{"tasks":${tasks}}`,
    example: { taskIds: ["ENG-1", "ENG-2"], patch: { status: "completed", addTags: ["Bug"] } },
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path: `${one}/tick`,
    operation: tickChecklistBox,
    summary: "Tick a box of a checklist in a task's description",
    description: "In the text as it stands: of several who tick at once nobody loses a tick.",
    example: { words: "oil the hinges", done: true },
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path: `${one}/sub-tasks`,
    operation: makeSubTasks,
    summary: "Make sub-tasks of a list in a description",
    description:
      "One of each item that begins in those lines, completed where it is ticked. The items begin with their " +
      "references then. Answers with the task; all of it is one act, which can be taken back.",
    guarded: true,
    bodyOptional: true,
    example: { from: 3, to: 7 },
  }),
  endpoint({
    tag,
    method: "POST",
    path: "/workspaces/{workspaceId}/activity/{activityId}/undo",
    operation: undoTasks,
    summary: "Take back what one did",
    description:
      "All that was changed together with what the entry of a task's history tells: one's own, however many tasks it " +
      "was; with `alone` what was changed of this task, with `backTo` all that one did to this task since then. Its " +
      "comments, links, relations and requests for approval are parts of it; what is said and asked takes " +
      "`comments.write` besides. By a task's id or reference it is the last that one did to the task, but for comments " +
      "that one wrote. For a week, as `undoableUntil` of an entry tells. What somebody changed since stays as it is, " +
      "and `left` tells why; an undo can be taken back in turn. What was taken back already is refused (`taken_back`). " +
      "Answers with the tasks that are as they were, as a list gives them.",
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
    summary: "List all that happened to a task, newest first",
    plural: "activity",
    record: Activity,
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    path: one,
    operation: archiveTask,
    summary: "Archive a task, or discard a draft",
    description: "Answers with the task; it can be restored.",
    guarded: true,
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path: `${one}/restore`,
    operation: restoreTask,
    summary: "Bring an archived task back",
    bodyOptional: true,
    guarded: true,
  }),
  endpoint({
    ...oneTask,
    method: "PUT",
    path: `${one}/follow`,
    operation: followTask,
    summary: "Follow a task",
    description: "Whoever follows a task hears of its comments and its status.",
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    path: `${one}/follow`,
    operation: unfollowTask,
    summary: "Stop following a task",
  }),
];
