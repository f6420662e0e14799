import { draftsPath } from "../../../views/draft_paths.ts";
import { commentPagePath, commentsPagePath, taskPagePath, taskPath } from "../../../views/paths.ts";
import { newCommentPath } from "../../../views/task_paths.ts";
import { createComment } from "../../domain/comments/create.ts";
import { deleteComment as erase } from "../../domain/comments/delete.ts";
import { discardUnsentComment } from "../../domain/comments/unsent/discard.ts";
import { keepUnsentComment } from "../../domain/comments/unsent/keep.ts";
import { updateComment } from "../../domain/comments/update.ts";
import { type Action, action } from "../action.ts";
import { number, text } from "../forms.ts";
import { done } from "../tasks/undo.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

export const comment = action({
  path: commentsPagePath,
  closes: ["quote"],
  form: { body: text, version: number },
  does: ({ body, version }, at) =>
    at.perform(createComment, {
      taskId: at.params.taskId,
      body,
      unsentVersion: version > 0 ? version : undefined,
    }),
  says: (_made, _form, at) => done("Comment added", at),
  home,
});

export const deleteComment = action({
  path: commentPagePath,
  button: "delete",
  closes: ["comment"],
  form: {},
  does: (_form, at) => at.perform(erase, at.params),
  says: (_gone, _form, at) => done("Comment deleted", at),
  of: ({ commentId }) => commentId,
  home,
});

export const changeComment = action({
  path: commentPagePath,
  closes: ["comment"],
  form: { body: text, version: number },
  does: (changed, at) => at.perform(updateComment, { ...at.params, ...changed }),
  says: (_changed, _form, at) => at.act.id === undefined ? null : done("Comment edited", at),
  of: ({ commentId }) => commentId,
  home,
});

const unsent = { path: taskPagePath, home: () => draftsPath } as const;

/** Discards a draft comment as shown in its row. A newer version from another device stays. */
export const discardUnsent: Action = action({
  ...unsent,
  button: "act=discardUnsent",
  form: { version: number },
  does: ({ version }, { perform, params: { taskId } }) =>
    perform(discardUnsentComment, { taskId, version }),
  says(body, _form, { params: { taskId } }) {
    if (body === null) return { text: "This draft comment was already discarded or posted" };
    const undo = { action: keepDiscarded, path: taskPath(taskId), along: { body } };
    return { text: `Draft comment on ${taskId} discarded`, undo };
  },
});

/** Restores a discarded draft comment, unless there is a new one. */
export const keepDiscarded: Action = action({
  ...unsent,
  button: "act=keepUnsent",
  form: { body: text },
  does: ({ body }, { perform, params: { taskId } }) =>
    perform(keepUnsentComment, { taskId, version: 0, body }),
  says: (_kept, _form, { params: { taskId } }) => ({
    text: `Draft comment on ${taskId} restored`,
    link: { href: newCommentPath(taskId), name: "Continue writing" },
  }),
});
