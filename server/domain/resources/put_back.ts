import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import type { StoredTask } from "../tasks/locate.ts";
import { addResource } from "./create.ts";
import { removeResource } from "./delete.ts";
import { findResource, type KeptLink, keptLink, locateWritable } from "./locate.ts";
import { changeResource } from "./update.ts";

/** A task's link as it stands; null where it is off the task. */
export async function linkOf(
  context: ReadContext,
  task: StoredTask,
  id: string,
): Promise<KeptLink | null> {
  const found = await findResource(context, task, id);
  return found ? keptLink(found) : null;
}

/**
 * Puts a link back as it was; null takes it off again.
 * @throws what adding, changing and removing one throw
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
  // It had no version that its task didn't have: who read an older one of it doesn't take it for this
  await addResource(context, task, { ...was, id, version: task.version + 1 });
}
