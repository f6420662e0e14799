import { recordActivity, undoOf } from "../activity/write.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { operation } from "../core/operation.ts";
import { indexTask } from "../side_effects/search_index.ts";
import { locateTask, requireChangeable } from "../tasks/locate.ts";
import { notifyOfComment } from "../tasks/notify.ts";
import { type Comment, CommentCreate } from "./schema.ts";
import { touchTask } from "../tasks/touch.ts";
import { requireCommenter } from "./permission.ts";
import { readComment } from "./record.ts";
import { eraseSent } from "./unsent/erase.ts";

/**
 * Posts a comment on a task. The author follows the task from then on. Followers and mentioned people are notified,
 * unless the task is a draft. The author's draft comment is deleted.
 * @throws NotFound for the task; Forbidden unless a commenter; Conflict if the task or its team is archived, and if
 *   it was posted from another page
 */
export const createComment = operation({
  name: "comments.create",
  scope: "comments.write",
  input: CommentCreate,
  async run(context, { taskId, body, unsentVersion }): Promise<Versioned<Comment>> {
    const { tx, actor, now } = context;
    const task = await locateTask(context, taskId);
    requireCommenter(actor, task);
    requireChangeable(task);
    await eraseSent(context, { taskId: task.id, body, unsentVersion });
    const id = newId("com", now);
    await tx.insertInto("comments").values({
      id,
      workspace_id: actor.workspace.id,
      task_id: task.id,
      author_id: actor.profile.id,
      body,
      created_at: now.toISOString(),
      edited_at: null,
      deleted_at: null,
    }).execute();
    await recordActivity(
      context,
      task.id,
      { kind: "task.commented", data: { to: { id } } },
      undoOf("comment", id, null, body),
    );
    await touchTask(context, task.id);
    indexTask(context, task.id);
    await notifyOfComment(context, task, { id, body });
    return await readComment(context, id);
  },
});
