import { number, text } from "./readers.ts";

/** What is said on a task. */
export const commentForm = { body: text };

/** The same, changed from the version that was read. */
export const changedCommentForm = { ...commentForm, version: number };
