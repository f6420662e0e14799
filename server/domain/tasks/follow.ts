import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { announceTaskChange } from "../live/announce.ts";
import { follows } from "../side_effects/audience.ts";
import { filterProfiles } from "../visibility/readers.ts";
import type { Json } from "../core/json.ts";
import { allOrNone } from "./all_or_none.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { type Task, taskIds } from "./schema.ts";
import { touchTask } from "./touch.ts";
import { readListed } from "./update_many.ts";

const input = z.strictObject({ taskId: keys.task });

/**
 * Follows a task, which notifies about its comments and status. Everyone who can see the task can follow it.
 * @throws NotFound
 */
export const followTask = operation({
  name: "tasks.follow",
  scope: "tasks.write",
  input,
  run: (context, { taskId }) => chooseOne(context, taskId, 1),
});

/**
 * Unfollows a task, even one that the actor created, is assigned to, or commented on. Mentions and assignments still
 * notify.
 * @throws NotFound
 */
export const unfollowTask = operation({
  name: "tasks.unfollow",
  scope: "tasks.write",
  input,
  run: (context, { taskId }) => chooseOne(context, taskId, 0),
});

/**
 * Follows or unfollows several tasks: all, or none if one doesn't exist.
 * @returns the changed tasks, as in lists, in the given order
 * @throws NotFound with the index of each missing task
 */
export const followTasks = operation({
  name: "tasks.followMany",
  scope: "tasks.write",
  input: z.strictObject({
    taskIds,
    following: z.boolean().default(true)
      .describe(
        "Whether to follow the tasks. With `false`, you also unfollow tasks you created, are assigned to, or " +
          "commented on.",
      ),
  }),
  async run(context, { taskIds, following }): Promise<Json<Task[]>> {
    const changed: string[] = [];
    await allOrNone(taskIds, async (taskId) => {
      const task = await locateTask(context, taskId);
      if (await choose(context, task, following ? 1 : 0)) changed.push(task.id);
    });
    return await readListed(context, changed);
  },
});

/** @throws NotFound */
async function chooseOne(
  context: WriteContext<Member>,
  taskId: string,
  following: 0 | 1,
): Promise<VersionedTask> {
  const task = await locateTask(context, taskId);
  await choose(context, task, following);
  return await readTask(context, task.id);
}

/**
 * Stores a follow. Follows are personal: they aren't part of the task's activity, and archived tasks can be followed.
 * @returns whether the choice changed
 */
async function choose(
  context: WriteContext<Member>,
  task: StoredTask,
  following: 0 | 1,
): Promise<boolean> {
  const { tx, actor, now } = context;
  if (await isFollowing(context, task) === (following === 1)) return false;
  await tx.insertInto("task_follows").values({
    task_id: task.id,
    profile_id: actor.profile.id,
    following,
    created_at: now.toISOString(),
  }).onConflict((conflict) =>
    conflict.columns(["task_id", "profile_id"]).doUpdateSet({ following })
  ).execute();
  await touchTask(context, task.id);
  await announceTaskChange(context, task.id);
  return true;
}

/** Returns whether the actor follows a visible task. */
export async function isFollowing(
  context: ReadContext<Member>,
  task: Pick<StoredTask, "id" | "creator_id" | "assignee_id">,
): Promise<boolean> {
  const found = await filterProfiles(context, [context.actor.profile.id], follows(task));
  return found.length > 0;
}
