import { commentPagePath, commentsPagePath, taskPath } from "../../../views/paths.ts";
import { createComment } from "../../domain/comments/create.ts";
import { deleteComment as erase } from "../../domain/comments/delete.ts";
import { updateComment } from "../../domain/comments/update.ts";
import { action } from "../action.ts";
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
  says: (_made, _form, at) => done("Comment added.", at),
  home,
});

export const deleteComment = action({
  path: commentPagePath,
  button: "delete",
  closes: ["comment"],
  form: {},
  does: (_form, at) => at.perform(erase, at.params),
  says: (_gone, _form, at) => done("Comment deleted.", at),
  of: ({ commentId }) => commentId,
  home,
});

export const changeComment = action({
  path: commentPagePath,
  closes: ["comment"],
  form: { body: text, version: number },
  does: (changed, at) => at.perform(updateComment, { ...at.params, ...changed }),
  says: (_changed, _form, at) => at.act.id === undefined ? null : done("Comment changed.", at),
  of: ({ commentId }) => commentId,
  home,
});
