import { z } from "zod";
import { addRelation } from "../domain/relations/add.ts";
import { removeRelation } from "../domain/relations/remove.ts";
import type { VersionedTask } from "../domain/tasks/find.ts";
import { TaskDetail } from "../domain/tasks/schema.ts";
import { endpoint } from "./endpoint.ts";

const path = "/workspaces/{workspaceId}/tasks/{taskId}/relations/{kind}/{otherId}";

const oneTask = {
  tag: "Tasks",
  path,
  status: 200,
  response: z.strictObject({ task: TaskDetail }),
  answer: (found: VersionedTask) => `{"task":${found.json}}`,
  version: (found: VersionedTask) => found.version,
  revised: true,
} as const;

/** Relations between tasks. */
export const relationsEndpoints = [
  endpoint({
    ...oneTask,
    method: "PUT",
    operation: addRelation,
    summary: "Add a relation between two tasks",
    description:
      "`kind` is the relation of `taskId` to `otherId`: with `blocks`, `taskId` blocks `otherId`. Repeating the " +
      "request changes nothing.",
  }),
  endpoint({
    ...oneTask,
    method: "DELETE",
    operation: removeRelation,
    summary: "Remove a relation",
  }),
];
