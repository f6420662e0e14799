import { commentPagePath, taskPagePath, taskPath } from "../../../views/paths.ts";
import { tickComment as tickOfComment } from "../../domain/comments/update.ts";
import { setTaskRowCheckbox } from "../../domain/tasks/set_checkbox.ts";
import { action, type ActionMessage } from "../action.ts";
import type { ActionContext } from "../context.ts";
import type { FieldReader } from "../forms.ts";
import { done } from "./undo.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** Value that a checkbox sends: its position, `x` to check it, and its text. */
export const box: FieldReader<{ at: number; done: boolean; words: string }> = (fields, name) => {
  const [, at, mark, words] = /^(\d{1,6}) ([x-]) (.*)$/su.exec(fields.get(name) ?? "") ?? [];
  return { at: Number(at ?? NaN), done: mark === "x", words: words ?? "" };
};

/** The checkbox already shows its state, so the message appears only after a full page load. */
function saysTicked<V>(ticked: boolean, at: ActionContext<V>): ActionMessage {
  return {
    ...done(ticked ? "Checkbox checked" : "Checkbox unchecked", at),
    quiet: true,
  };
}

/** Checks or unchecks a checkbox of the description. */
export const tickDescription = action({
  path: taskPagePath,
  button: "box",
  form: { box },
  does: (form, { perform, params }) => perform(setTaskRowCheckbox, { ...params, ...form.box }),
  says: (_task, { box }, at) => saysTicked(box.done, at),
  home,
});

/** Checks or unchecks a checkbox of your own comment. */
export const tickComment = action({
  path: commentPagePath,
  button: "box",
  form: { box },
  does: (form, { perform, params }) => perform(tickOfComment, { ...params, ...form.box }),
  says: (_comment, { box }, at) => saysTicked(box.done, at),
  of: ({ commentId }) => commentId,
  home,
});
