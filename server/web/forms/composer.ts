import { filled, many, text, ticked } from "./readers.ts";

/** A new task: the composer's fields, and the parameters of the URL that fill them in. */
export const composerForm = {
  title: text,
  description: filled,
  teamId: filled,
  status: filled,
  priority: filled,
  assigneeId: filled,
  projectId: filled,
  deadlineAt: filled,
  parentId: filled,
  tags: many,
  /** Whether another one is written after it. */
  more: ticked,
  /** Where it is gone back to without JavaScript. */
  back: filled,
};
