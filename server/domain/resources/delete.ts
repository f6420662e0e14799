import { recordActivity } from "../activity/record.ts";
import { operation } from "../operation.ts";
import { touchTask } from "../tasks/touch.ts";
import { requireVersion } from "../version.ts";
import { locateResource, locateWritable } from "./locate.ts";
import { ResourceKey } from "./schema.ts";

/**
 * Takes a link off a task; history keeps where it led.
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict when the task is archived
 */
export const deleteResource = operation({
  name: "resources.delete",
  scope: "tasks.write",
  input: ResourceKey,
  async run({ tx, actor, now }, { taskId, resourceId, version }): Promise<void> {
    const task = await locateWritable(tx, actor, taskId);
    const { id, title, url, version: stands } = await locateResource(tx, task, resourceId);
    requireVersion(version, stands, "resource");
    await tx.deleteFrom("task_resources").where("id", "=", id).execute();
    await recordActivity(tx, actor, now, {
      subject: { kind: "task", id: task.id },
      kind: "task.resource_removed",
      data: { from: { id, title, url } },
    });
    await touchTask(tx, task.id);
  },
});
