import { z } from "zod";
import { prose } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { responseFields } from "../core/response_fields.ts";
import { seenVersion } from "../core/versioned.ts";
import { ProfileRef, TaskRef } from "../refs/schema.ts";
import { KEPT_MS } from "./unsent/limits.ts";

/** A comment's text: Markdown, 1 to 20,000 characters. */
export const commentBody = prose(20_000)
  .pipe(z.string("Enter at least one character."))
  .describe("Text in Markdown, 1 to 20,000 characters. `@username` mentions a person or agent.");

/** `GET …/tasks/{taskId}/comments`. */
export const CommentList = z.strictObject({
  taskId: keys.task,
  sort: z.enum(["createdAt", "-createdAt"], "Use createdAt or -createdAt.").default("createdAt")
    .describe("Sort order. `-createdAt` lists the newest first."),
  ...pageFields,
});

/** `POST …/tasks/{taskId}/comments`. */
export const CommentCreate = z.strictObject({
  taskId: keys.task,
  body: commentBody,
  unsentVersion: z.int().min(1).max(253_402_300_799_999).optional()
    .describe(
      "Version of the draft comment that you're posting. Posting discards this draft, and also any draft " +
        "with the same text.",
    ),
});

/** `PATCH …/tasks/{taskId}/comments/{commentId}`. */
export const CommentPatch = z.strictObject({
  taskId: keys.task,
  commentId: keys.comment,
  version: seenVersion,
  body: commentBody,
});

/** `DELETE …/tasks/{taskId}/comments/{commentId}`. */
export const CommentKey = z.strictObject({
  taskId: keys.task,
  commentId: keys.comment,
  version: seenVersion,
});

export const Comment = z.strictObject({
  id: z.string(),
  body: z.string(),
  author: ProfileRef,
  version: z.int(),
  createdAt: responseFields.time,
  editedAt: responseFields.time.nullable(),
});

export type Comment = z.output<typeof Comment>;

/** A draft comment, which only its author can see. */
export const UnsentComment = z.strictObject({
  /** The task's ID, because each task has at most one draft comment per person. */
  id: z.string(),
  task: TaskRef,
  body: z.string(),
  version: z.int(),
  savedAt: responseFields.time,
});

export type UnsentComment = z.output<typeof UnsentComment>;

/** `GET …/tasks/{taskId}/unsent-comment`. */
export const UnsentKey = z.strictObject({ taskId: keys.task });

/** `DELETE …/tasks/{taskId}/unsent-comment`. */
export const UnsentDiscard = z.strictObject({ taskId: keys.task, version: seenVersion });

/** `PUT …/tasks/{taskId}/unsent-comment`. */
export const UnsentKeep = z.strictObject({
  taskId: keys.task,
  version: seenVersion,
  body: commentBody,
  age: z.int().min(0).max(KEPT_MS).optional().describe(
    "Milliseconds since the text was typed, for a delayed save. If you have saved or posted newer text " +
      "since, the delayed save is ignored.",
  ),
});
