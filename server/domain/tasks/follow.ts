import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { follows } from "../side_effects/audience.ts";
import { whoAmong } from "../visibility/readers.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { touchTask } from "./touch.ts";

const input = z.strictObject({ taskId: keys.task });

/** Follows a task: one hears of its comments and its status. Everyone who sees it may. @throws NotFound */
export const followTask = operation({
  name: "tasks.follow",
  scope: "tasks.write",
  input,
  run: (context, { taskId }) => choose(context, taskId, 1),
});

/**
 * Stops following a task, also one that one made, is assigned, or comments on. Mentions and assignments still come.
 * @throws NotFound
 */
export const unfollowTask = operation({
  name: "tasks.unfollow",
  scope: "tasks.write",
  input,
  run: (context, { taskId }) => choose(context, taskId, 0),
});

/** A choice is personal: it is no part of the task's history, and an archived task takes it too. */
async function choose(
  context: WriteContext<Member>,
  taskId: string,
  following: 0 | 1,
): Promise<VersionedTask> {
  const { tx, actor, now } = context;
  const task = await locateTask(context, taskId);
  if (await isFollowing(context, task) !== (following === 1)) {
    await tx.insertInto("task_follows").values({
      task_id: task.id,
      profile_id: actor.profile.id,
      following,
      created_at: now.toISOString(),
    }).onConflict((conflict) =>
      conflict.columns(["task_id", "profile_id"]).doUpdateSet({ following })
    ).execute();
    await touchTask(context, task.id);
  }
  return await readTask(context, task.id);
}

/** Whether the actor follows a task that they see. */
export async function isFollowing(
  context: ReadContext<Member>,
  task: Pick<StoredTask, "id" | "creator_id" | "assignee_id">,
): Promise<boolean> {
  const found = await whoAmong(context, [context.actor.profile.id], follows(task));
  return found.length > 0;
}
