import { recordActivity, undoOf } from "../activity/write.ts";
import { Conflict } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import type { Member } from "../core/actor.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import {
  MOST_RESOURCES,
  type Resource,
  ResourceCreate,
  type StartingResource,
  titleOf,
} from "./schema.ts";
import { touchTask } from "../tasks/touch.ts";
import { type KeptLink, locateWritable, requireNewLink } from "./locate.ts";
import type { StoredTask } from "../tasks/locate.ts";
import { readResource } from "./record.ts";

/**
 * Adds a link to a task. If two people add the same link, the second gets an error.
 * @throws NotFound; Forbidden unless a task writer; Conflict if the task is archived, has the link already, or has a
 *   hundred
 */
export const createResource = operation({
  name: "resources.create",
  scope: "tasks.write",
  input: ResourceCreate,
  async run(context, { taskId, url, title }): Promise<Versioned<Resource>> {
    const task = await locateWritable(context, taskId);
    const id = newId("res", context.now);
    await addResource(context, task, { ...newLink(context, { url, title }), id });
    return await readResource(context, id);
  },
});

/**
 * Adds a link to a task, or restores a former one with its version.
 * @throws Conflict if the task has the link already, or has a hundred
 */
export async function addResource(
  context: WriteContext<Member>,
  task: StoredTask,
  { id, version, ...link }: KeptLink & { id: string; version?: number },
): Promise<void> {
  const { title, url } = link;
  await requireNewLink(context, task, url);
  await requireResourceLimit(context, task.id);
  await context.tx.insertInto("task_resources")
    .values({ ...link, id, task_id: task.id, ...(version && { version }) }).execute();
  await recordActivity(
    context,
    task.id,
    { kind: "task.resource_added", data: { to: { id, title, url } } },
    undoOf("resource", id, null, link),
  );
  await touchTask(context, task.id);
}

/** Adds the links of a new task, in order. Its creation implies them. */
export async function addStartingResources(
  context: WriteContext<Member>,
  taskId: string,
  links: readonly StartingResource[],
): Promise<void> {
  // IDs of the same millisecond have no order
  const ids = links.map(() => newId("res", context.now)).sort();
  for (const [at, link] of links.entries()) {
    const row = { ...newLink(context, link), id: ids[at]!, task_id: taskId };
    await context.tx.insertInto("task_resources").values(row).execute();
  }
}

function newLink(
  { actor, now }: WriteContext<Member>,
  { url, title = titleOf(url) }: StartingResource,
): KeptLink {
  return { title, url, creator_id: actor.profile.id, created_at: now.toISOString() };
}

async function requireResourceLimit({ db }: ReadContext, taskId: string): Promise<void> {
  const { count } = await db.selectFrom("task_resources")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("task_id", "=", taskId).executeTakeFirstOrThrow();
  if (count < MOST_RESOURCES) return;
  throw new Conflict(`A task can have at most ${MOST_RESOURCES} links.`, {
    code: "too_many_resources",
    hint: "Remove a link, or put links in the description.",
  });
}
