import { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import { operation } from "../core/operation.ts";
import { touchTask } from "../tasks/touch.ts";
import { requireVersion } from "../core/versioned.ts";
import { locateResource, locateWritable } from "./locate.ts";
import { resourceKey } from "./schema.ts";

/**
 * Takes a link off a task; history keeps where it led.
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict when the task is archived
 */
export const deleteResource = operation({
  name: "resources.delete",
  scope: "tasks.write",
  input: z.strictObject(resourceKey),
  async run(context, { taskId, resourceId, version }): Promise<void> {
    const task = await locateWritable(context, taskId);
    const { id, title, url, version: stands } = await locateResource(context, task, resourceId);
    requireVersion("resource", stands, version);
    await context.tx.deleteFrom("task_resources").where("id", "=", id).execute();
    await recordActivity(context, task.id, {
      kind: "task.resource_removed",
      data: { from: { id, title, url } },
    });
    await touchTask(context, task.id);
  },
});
