import { z } from "zod";
import { addRelation } from "../domain/relations/add.ts";
import { removeRelation } from "../domain/relations/remove.ts";
import { listTaskActivity } from "../domain/tasks/activity.ts";
import { archiveTask, restoreTask } from "../domain/tasks/archive.ts";
import type { VersionedTask } from "../domain/tasks/find.ts";
import { followTask, unfollowTask } from "../domain/tasks/follow.ts";
import { Activity } from "../domain/activity/schema.ts";
import { TaskDetail } from "../domain/tasks/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const path = "/workspaces/{workspaceId}/tasks/{taskId}";

const oneTask = {
  tag: "Tasks",
  status: 200,
  response: z.strictObject({ task: TaskDetail }),
  answer: (found: VersionedTask) => `{"task":${found.json}}`,
  version: (found: VersionedTask) => found.version,
} as const;

/** What happens to a task besides its fields: archive, relations, followers, and its history. */
export const taskChangesEndpoints = [
  collection({
    path: `${path}/activity`,
    operation: listTaskActivity,
    tag: "Tasks",
    summary: "List all that happened to a task, newest first",
    plural: "activity",
    record: Activity,
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    path,
    operation: archiveTask,
    summary: "Archive a task, or discard a draft",
    description: "Answers with the task; it can be restored.",
    guarded: true,
  }),
  endpoint({
    ...oneTask,
    method: "POST",
    path: `${path}/restore`,
    operation: restoreTask,
    summary: "Bring an archived task back",
    bodyOptional: true,
    guarded: true,
  }),
  endpoint({
    ...oneTask,
    method: "PUT",
    path: `${path}/relations/{kind}/{otherId}`,
    operation: addRelation,
    summary: "Relate a task to another",
    description:
      "Told from the first task: with `blocks` it blocks the other one. Doing it again changes nothing.",
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    path: `${path}/relations/{kind}/{otherId}`,
    operation: removeRelation,
    summary: "Take a relation away",
  }),
  endpoint({
    ...oneTask,
    method: "PUT",
    path: `${path}/follow`,
    operation: followTask,
    summary: "Follow a task",
    description: "Whoever follows a task hears of its comments and its status.",
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    path: `${path}/follow`,
    operation: unfollowTask,
    summary: "Stop following a task",
  }),
];
