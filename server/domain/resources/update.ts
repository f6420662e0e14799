import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { operation } from "../operation.ts";
import type { Resource } from "../tasks/schema.ts";
import { touchTask } from "../tasks/touch.ts";
import { type Found, requireVersion } from "../found.ts";
import { locateResource, locateWritable, requireNewLink } from "./locate.ts";
import { readResource } from "./record.ts";
import { resourceKey, ResourcePatch } from "./schema.ts";

/**
 * Changes a resource's link or title.
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict when the task is archived or has the link already
 */
export const updateResource = operation({
  name: "resources.update",
  scope: "tasks.write",
  input: z.strictObject({ ...resourceKey, patch: ResourcePatch }),
  async run({ tx, actor, now }, { taskId, resourceId, version, patch }): Promise<Found<Resource>> {
    const task = await locateWritable(tx, actor, taskId);
    const { id, ...before } = await locateResource(tx, task, resourceId);
    requireVersion("resource", before.version, version);
    const from = { title: before.title, url: before.url };
    const to = { title: patch.title ?? from.title, url: patch.url ?? from.url };
    if (to.title === from.title && to.url === from.url) return await readResource(tx, id);
    await requireNewLink(tx, task, to.url, id);
    await tx.updateTable("task_resources").set((e) => ({ ...to, version: e("version", "+", 1) }))
      .where("id", "=", id).execute();
    await recordActivity(tx, actor, now, {
      subject: { kind: "task", id: task.id },
      kind: "task.resource_changed",
      data: { from: { id, ...from }, to: { id, ...to } },
    });
    await touchTask(tx, task.id);
    return await readResource(tx, id);
  },
});
