import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { operation, within, type WriteContext } from "../core/operation.ts";
import { subscribeToView, unsubscribeFromView } from "../saved_views/subscribe.ts";
import { followTask, unfollowTask } from "../tasks/follow.ts";
import { requireOwn } from "./own_entries.ts";

const input = z.strictObject({ notificationId: keys.notification });

/**
 * Unfollows an entry's task, or unsubscribes from its view. Existing entries stay.
 * @throws NotFound; Conflict for a subject that can't be followed
 */
export const unfollowSubject = operation({
  name: "inbox.unfollow",
  scope: "tasks.write",
  input,
  run: (context, { notificationId }) => choose(context, notificationId, false),
});

/** Follows an entry's task, or subscribes to its view, again. @throws NotFound; Conflict for a subject that can't be followed */
export const followSubject = operation({
  name: "inbox.follow",
  scope: "tasks.write",
  input,
  run: (context, { notificationId }) => choose(context, notificationId, true),
});

async function choose(
  context: WriteContext<Member>,
  notificationId: string,
  following: boolean,
): Promise<void> {
  await requireOwn(context, [notificationId]);
  const { rows } = await sql<{ kind: string; id: string }>`
    select subject_kind as kind, subject_id as id from notifications
    where id = ${notificationId}`.execute(context.tx);
  const { kind, id } = rows[0]!;
  switch (kind) {
    case "task":
      return void await within(context, following ? followTask : unfollowTask, { taskId: id });
    case "taskView":
    case "projectView":
      return void await within(context, following ? subscribeToView : unsubscribeFromView, {
        viewId: id,
      });
    default:
      throw new Conflict("This notification isn't about a task or a saved view.", {
        code: "nothing_to_follow",
        hint: "You can follow tasks and subscribe to saved views.",
      });
  }
}
