import { z } from "zod";
import { undoOf } from "../activity/write.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { sameText } from "../change/columns.ts";
import { keys } from "../core/keys.ts";
import type { Versioned } from "../core/versioned.ts";
import type { Member } from "../core/actor.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { indexTask } from "../side_effects/search_index.ts";
import { locateTask, requireChangeable, type StoredTask } from "../tasks/locate.ts";
import { notifyOfComment } from "../tasks/notify.ts";
import { type Comment, CommentPatch } from "./schema.ts";
import { boxFields, setCheckbox } from "../text/checkbox.ts";
import { touchTask } from "../tasks/touch.ts";
import { locateComment, type StoredComment } from "./locate.ts";
import { requireMayChange } from "./permission.ts";
import { readComment } from "./record.ts";

type Patched = z.output<typeof CommentPatch>;

const comments: ChangeRules<
  "comments",
  Pick<Patched, "taskId" | "commentId">,
  StoredComment & { task: StoredTask },
  Pick<Patched, "body">
> = {
  name: "comment",
  table: "comments",
  dated: false,
  async locate(context, { taskId, commentId }) {
    const task = await locateTask(context, taskId);
    return { ...await locateComment(context, task, commentId), task };
  },
  allow: ({ actor }, comment) => requireMayChange(actor, comment, comment.task),
  requireUnarchived: (_, { task }) => requireChangeable(task),
  planners: {
    body: ({ now, record: { id, body } }, to) =>
      sameText(to, body) ? null : {
        columns: { body: to, edited_at: now.toISOString() },
        fact: { kind: "task.comment_edited", data: { to: { id } } },
        undo: undoOf("comment", id, body, to),
      },
  },
  async around(context, { before, after }, write) {
    await write();
    const { id, task, body } = after;
    await touchTask(context, task.id);
    indexTask(context, task.id);
    await notifyOfComment(context, task, { id, body, before: before.body });
  },
  subject: ({ task: { id } }) => id,
};

/**
 * Edits the actor's own comment. Newly mentioned people are notified. Activity shows that it was edited, without the
 * text. The same text changes nothing.
 * @throws NotFound; Forbidden unless the actor is the author and can still comment; Stale; Conflict if the task or
 *   its team is archived
 */
export const updateComment = operation({
  name: "comments.update",
  scope: "comments.write",
  input: CommentPatch,
  async run(context, { version, body, ...key }): Promise<Versioned<Comment>> {
    const { id } = await changeBody(context, key, { body, version });
    return await readComment(context, id);
  },
});

/** Edits a comment, without reading its record. */
export function changeBody(
  context: WriteContext<Member>,
  key: Pick<Patched, "taskId" | "commentId">,
  { body, version }: Pick<Patched, "body" | "version">,
): Promise<StoredComment> {
  return changeRecord(context, comments, key, { version, patch: { body } });
}

/**
 * Checks or unchecks a checkbox in the current text of your own comment. Simultaneous changes all take effect.
 * @throws Conflict if no checkbox matches the text; errors of `updateComment`, except Stale
 */
export const tickComment = operation({
  name: "comments.tick",
  scope: "comments.write",
  input: z.strictObject({ taskId: keys.task, commentId: keys.comment, ...boxFields }),
  async run(context, { done, at, words, ...key }): Promise<Versioned<Comment>> {
    const comment = await comments.locate(context, key);
    requireMayChange(context.actor, comment, comment.task);
    const body = setCheckbox(comment.body, { at, words }, done);
    const { id } = await changeBody(context, key, { body });
    return await readComment(context, id);
  },
});
