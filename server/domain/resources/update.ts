import { z } from "zod";
import { undoOf } from "../activity/write.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column } from "../change/columns.ts";
import type { SeenVersion, Versioned } from "../core/versioned.ts";
import type { Member } from "../core/actor.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import {
  locateTask,
  requireChangeable,
  requireTaskWriter,
  type StoredTask,
} from "../tasks/locate.ts";
import { type Resource, resourceKey, ResourcePatch } from "./schema.ts";
import { touchTask } from "../tasks/touch.ts";
import { keptLink, locateResource, requireNewLink, type StoredResource } from "./locate.ts";
import { readResource } from "./record.ts";

const resources: ChangeRules<
  "task_resources",
  { taskId: string; resourceId: string },
  StoredResource & { task: StoredTask },
  z.output<typeof ResourcePatch>
> = {
  name: "resource",
  table: "task_resources",
  dated: false,
  async locate(context, { taskId, resourceId }) {
    const task = await locateTask(context, taskId);
    requireTaskWriter(context.actor, task.team_id);
    return { ...await locateResource(context, task, resourceId), task };
  },
  requireUnarchived: (_, { task }) => requireChangeable(task),
  planners: { url: column("url"), title: column("title") },
  requireFit: (context, { task }, { id, url }) => requireNewLink(context, task, url, id),
  async around(context, { before: { task } }, write) {
    await write();
    await touchTask(context, task.id);
  },
  subject: ({ task: { id } }) => id,
  sum: (from, to) => ({
    kind: "task.resource_changed",
    data: { from: described(from), to: described(to) },
  }),
  undoOfSum: (from, to) => undoOf("resource", from.id, keptLink(from), keptLink(to)),
};

/**
 * Changes a link's URL or title.
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict if the task is archived or already has the URL
 */
export const updateResource = operation({
  name: "resources.update",
  scope: "tasks.write",
  input: z.strictObject({ ...resourceKey, patch: ResourcePatch }),
  async run(context, { taskId, resourceId, ...change }): Promise<Versioned<Resource>> {
    const { id } = await changeResource(context, { taskId, resourceId }, change);
    return await readResource(context, id);
  },
});

/** Changes a link, without reading its record. */
export function changeResource(
  context: WriteContext<Member>,
  key: { taskId: string; resourceId: string },
  change: { version?: SeenVersion; patch: z.output<typeof ResourcePatch> },
): Promise<StoredResource> {
  return changeRecord(context, resources, key, change);
}

function described({ id, title, url }: StoredResource) {
  return { id, title, url };
}
