import { z } from "zod";
import { recordActivity, undoOf } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { touchTask } from "../tasks/touch.ts";
import { requireVersion } from "../core/versioned.ts";
import { keptLink, locateResource, locateWritable } from "./locate.ts";
import { resourceKey } from "./schema.ts";

const input = z.strictObject(resourceKey);

/**
 * Removes a link from a task. Activity keeps its URL.
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict if the task is archived
 */
export const deleteResource = operation({
  name: "resources.delete",
  scope: "tasks.write",
  input,
  run: removeResource,
});

/** Removes a link, without reading the task's record. */
export async function removeResource(
  context: WriteContext<Member>,
  { taskId, resourceId, version }: z.output<typeof input>,
): Promise<void> {
  const task = await locateWritable(context, taskId);
  const resource = await locateResource(context, task, resourceId);
  const { id, title, url } = resource;
  requireVersion("resource", resource.version, version);
  await context.tx.deleteFrom("task_resources").where("id", "=", id).execute();
  await recordActivity(
    context,
    task.id,
    { kind: "task.resource_removed", data: { from: { id, title, url } } },
    undoOf("resource", id, keptLink(resource), null),
  );
  await touchTask(context, task.id);
}
