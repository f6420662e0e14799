import type { z } from "zod";
import { recordActivity, undoOf } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { indexTask } from "../side_effects/search_index.ts";
import { locateTask, requireChangeable } from "../tasks/locate.ts";
import { touchTask } from "../tasks/touch.ts";
import { requireVersion } from "../core/versioned.ts";
import { locateComment } from "./locate.ts";
import { requireMayDelete } from "./permission.ts";
import { CommentKey } from "./schema.ts";

/**
 * Deletes a comment. Nobody can read, find, or export its text anymore. The text is stored for undo, and erased with
 * it. The task's activity still shows the author and the person who deleted it. `RULES.md`, Tasks
 * @throws NotFound; Forbidden unless the actor is the author or a manager; Stale; Conflict if the task or
 *   its team is archived
 */
export const deleteComment = operation({
  name: "comments.delete",
  scope: "comments.write",
  input: CommentKey,
  run: eraseComment,
});

/** Deletes a comment, without reading its task's record. */
export async function eraseComment(
  context: WriteContext<Member>,
  { taskId, commentId, version }: z.output<typeof CommentKey>,
): Promise<void> {
  const { tx, actor, now } = context;
  const task = await locateTask(context, taskId);
  const comment = await locateComment(context, task, commentId);
  requireMayDelete(actor, comment);
  requireVersion("comment", comment.version, version);
  requireChangeable(task);
  const author = await tx.selectFrom("profiles").select(["id", "name"])
    .where("id", "=", comment.author_id).executeTakeFirstOrThrow();
  await tx.updateTable("comments").set({ body: "", deleted_at: now.toISOString() })
    .where("id", "=", comment.id).execute();
  await recordActivity(
    context,
    task.id,
    { kind: "task.comment_deleted", data: { from: { id: comment.id, author } } },
    undoOf("comment", comment.id, comment.body, null),
  );
  await touchTask(context, task.id);
  indexTask(context, task.id);
}
