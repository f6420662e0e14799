import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import type { StoredTask } from "../tasks/locate.ts";
import { addResource } from "./create.ts";
import { removeResource } from "./delete.ts";
import { findResource, type KeptLink, keptLink, locateWritable } from "./locate.ts";
import { changeResource } from "./update.ts";

/** Returns a task's link, or null if it was removed. */
export async function linkOf(
  context: ReadContext,
  task: StoredTask,
  id: string,
): Promise<KeptLink | null> {
  const found = await findResource(context, task, id);
  return found ? keptLink(found) : null;
}

/**
 * Restores a link's former values. Null removes it again.
 * @throws errors of adding, changing, and removing a link
 */
export async function putLink(
  context: WriteContext<Member>,
  { id: taskId }: StoredTask,
  id: string,
  was: KeptLink | null,
): Promise<void> {
  const task = await locateWritable(context, taskId);
  const key = { taskId, resourceId: id };
  if (was === null) return await removeResource(context, key);
  const { title, url } = was;
  if (await linkOf(context, task, id)) {
    await changeResource(context, key, { patch: { title, url } });
    return;
  }
  // The task's version is newer than any version of the link, so that clients with an older one notice the change
  await addResource(context, task, { ...was, id, version: task.version + 1 });
}
