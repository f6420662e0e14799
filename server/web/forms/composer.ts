import { TaskCreate } from "../../domain/tasks/schema.ts";
import { filled, makingForm, text, ticked } from "./readers.ts";

const { draft: _draft, templateId: _template, ...fields } = TaskCreate.shape;

/** A new task: the composer's fields, and the parameters of the URL that fill them in. */
export const composerForm = {
  ...makingForm(fields),
  title: text,
  /** Whether another one is written after it. */
  more: ticked,
  /** Where it is gone back to without JavaScript. */
  back: filled,
};
