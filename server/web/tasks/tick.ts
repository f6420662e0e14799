import { commentPagePath, taskPagePath, taskPath } from "../../../views/paths.ts";
import { tickComment as tickOfComment } from "../../domain/comments/update.ts";
import { tickChecklistBox } from "../../domain/tasks/tick_checklist_box.ts";
import { action, type ActionMessage } from "../action.ts";
import type { ActionContext } from "../context.ts";
import type { FieldReader } from "../forms.ts";
import { done } from "./undo.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** What a box sends: its place, `x` to tick it, and its words. */
export const box: FieldReader<{ at: number; done: boolean; words: string }> = (fields, name) => {
  const [, at, mark, words] = /^(\d{1,6}) ([x-]) (.*)$/su.exec(fields.get(name) ?? "") ?? [];
  return { at: Number(at ?? NaN), done: mark === "x", words: words ?? "" };
};

/** One sees whether a box is ticked; that is said where the page is drawn anew. */
function saysTicked<V>(ticked: boolean, at: ActionContext<V>): ActionMessage {
  return {
    ...done(ticked ? "Checkbox checked" : "Checkbox unchecked", at),
    quiet: true,
  };
}

/** Ticks a box of the description, or takes the tick away. */
export const tickDescription = action({
  path: taskPagePath,
  button: "box",
  form: { box },
  does: (form, { perform, params }) => perform(tickChecklistBox, { ...params, ...form.box }),
  says: (_task, { box }, at) => saysTicked(box.done, at),
  home,
});

/** Ticks a box of one's own comment, or takes the tick away. */
export const tickComment = action({
  path: commentPagePath,
  button: "box",
  form: { box },
  does: (form, { perform, params }) => perform(tickOfComment, { ...params, ...form.box }),
  says: (_comment, { box }, at) => saysTicked(box.done, at),
  of: ({ commentId }) => commentId,
  home,
});
