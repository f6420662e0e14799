import { recordActivity } from "../activity/write.ts";
import { Conflict } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { operation, type ReadContext } from "../core/operation.ts";
import { type Resource, ResourceCreate, titleOf } from "./schema.ts";
import { touchTask } from "../tasks/touch.ts";
import { locateWritable, requireNewLink } from "./locate.ts";
import { readResource } from "./record.ts";

/** How many resources a task can have: its record carries all of them. */
const MOST_RESOURCES = 100;

/**
 * Puts a link on a task. Of two people who add the same link one is told that it is there.
 * @throws NotFound; Forbidden unless a task writer; Conflict when the task is archived, has the link already, or has a
 *   hundred
 */
export const createResource = operation({
  name: "resources.create",
  scope: "tasks.write",
  input: ResourceCreate,
  async run(context, { taskId, url, title }): Promise<Versioned<Resource>> {
    const { tx, actor, now } = context;
    const task = await locateWritable(context, taskId);
    await requireNewLink(context, task, url);
    await requireResourceLimit(context, task.id);
    const id = newId("res", now);
    const named = { title: title ?? titleOf(url), url };
    await tx.insertInto("task_resources").values({
      id,
      task_id: task.id,
      ...named,
      creator_id: actor.profile.id,
      created_at: now.toISOString(),
    }).execute();
    await recordActivity(context, task.id, {
      kind: "task.resource_added",
      data: { to: { id, ...named } },
    });
    await touchTask(context, task.id);
    return await readResource(context, id);
  },
});

async function requireResourceLimit({ db }: ReadContext, taskId: string): Promise<void> {
  const { count } = await db.selectFrom("task_resources")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("task_id", "=", taskId).executeTakeFirstOrThrow();
  if (count < MOST_RESOURCES) return;
  throw new Conflict(`A task has at most ${MOST_RESOURCES} resources.`, {
    code: "too_many_resources",
    hint: "Remove one that is no longer needed, or put links into the description.",
  });
}
