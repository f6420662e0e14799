import { recordActivity } from "../activity/record.ts";
import { Forbidden } from "../errors.ts";
import { operation } from "../operation.ts";
import { indexTask } from "../search/document.ts";
import { locateTask, requireChangeable } from "../tasks/locate.ts";
import { tellOfComment } from "../tasks/news.ts";
import type { Comment } from "../tasks/schema.ts";
import { touchTask } from "../tasks/touch.ts";
import { type Found, requireVersion } from "../found.ts";
import { locateComment, requireCommenter } from "./locate.ts";
import { readComment } from "./record.ts";
import { CommentPatch } from "./schema.ts";

/**
 * Changes what one's own comment says. Those whom it mentions anew hear of it. History says that it was edited, not
 * what it said; the same text again is no change.
 * @throws NotFound; Forbidden unless it is one's own and one may still comment; Stale; Conflict when the task or
 *   its team is archived
 */
export const updateComment = operation({
  name: "comments.update",
  scope: "comments.write",
  input: CommentPatch,
  async run({ tx, actor, now }, { taskId, commentId, version, body }): Promise<Found<Comment>> {
    const task = await locateTask(tx, actor, taskId);
    const comment = await locateComment(tx, task, commentId);
    if (comment.author_id !== actor.profile.id) {
      throw new Forbidden("Only the author of a comment may change it.", {
        code: "not_comment_author",
        hint: "Answer it with a comment of your own.",
      });
    }
    requireCommenter(actor, task.team_id);
    requireVersion("comment", comment.version, version);
    await requireChangeable(tx, task);
    if (comment.body === body) return await readComment(tx, comment.id);
    await tx.updateTable("comments")
      .set((e) => ({ body, edited_at: now.toISOString(), version: e("version", "+", 1) }))
      .where("id", "=", comment.id).execute();
    await recordActivity(tx, actor, now, {
      subject: { kind: "task", id: task.id },
      kind: "task.comment_edited",
      data: { to: { id: comment.id } },
    });
    await touchTask(tx, task.id);
    await indexTask(tx, task.id);
    await tellOfComment(tx, actor, now, task, { id: comment.id, body, before: comment.body });
    return await readComment(tx, comment.id);
  },
});
