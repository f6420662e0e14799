import { commentPagePath, taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { NotFound, Stale } from "../../domain/core/errors.ts";
import { listComments } from "../../domain/comments/list.ts";
import { updateComment } from "../../domain/comments/update.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { updateTask } from "../../domain/tasks/update.ts";
import { tickBox } from "../../domain/text/tick_box.ts";
import { action } from "../action.ts";
import type { FieldReader } from "../forms.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** What a box sends: its place, `x` to tick it, and its words. */
const box: FieldReader<{ at: number; done: boolean; words: string }> = (fields, name) => {
  const [, at, mark, words] = /^(\d{1,6}) ([x-]) (.*)$/su.exec(fields.get(name) ?? "") ?? [];
  return { at: Number(at ?? NaN), done: mark === "x", words: words ?? "" };
};

/** How often a text is read again that somebody else saved in between. */
const TRIES = 5;

/**
 * Saves a text with one box ticked or not, and all that others ticked meanwhile: it is read anew until its version stays
 * the same in between.
 * @throws Stale where the box is gone; what saving throws
 */
async function tick<T>(
  read: () => Promise<{ text: string; version: number }>,
  save: (text: string, version: number) => Promise<T>,
  { done, ...seen }: ReturnType<typeof box>,
): Promise<T> {
  for (let left = TRIES;; left--) {
    const { text, version } = await read();
    const ticked = tickBox(text, seen, done);
    if (ticked === null) {
      throw new Stale("The list was changed meanwhile, and that item isn't in it any more.");
    }
    try {
      return await save(ticked, version);
    } catch (error) {
      if (!(error instanceof Stale) || left <= 1) throw error;
    }
  }
}

/** Ticks a box of the description, or takes the tick away. */
export const tickDescription = action({
  path: taskPagePath,
  button: "box",
  form: { box },
  does: (form, { ask, perform, params: { taskId } }) =>
    tick(
      async () => {
        const { description, version } = parseJson((await ask(findTask, { taskId })).json);
        return { text: description ?? "", version };
      },
      (description, version) => perform(updateTask, { taskId, version, patch: { description } }),
      form.box,
    ),
  home,
});

/** Ticks a box of one's own comment, or takes the tick away. */
export const tickComment = action({
  path: commentPagePath,
  button: "box",
  form: { box },
  does: (form, { ask, askAll, perform, params }) =>
    tick(
      async () => {
        const { taskId } = params;
        const { comments } = parseJson((await ask(findTask, { taskId })).json);
        const isIt = ({ id }: { id: string }) => id === params.commentId;
        const comment = comments.find(isIt) ?? (await askAll(listComments, { taskId })).find(isIt);
        if (!comment) throw new NotFound(`This task has no comment ${params.commentId}.`);
        return { text: comment.body, version: comment.version };
      },
      (body, version) => perform(updateComment, { ...params, version, body }),
      form.box,
    ),
  of: ({ commentId }) => commentId,
  home,
});
