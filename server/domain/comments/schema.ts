import { z } from "zod";
import { prose } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { responseFields } from "../core/response_fields.ts";
import { ProfileRef } from "../refs/schema.ts";

/** What a comment says: Markdown, 1 to 20,000 characters. */
export const commentBody = prose(20_000)
  .pipe(z.string("Write at least one character."))
  .describe("Markdown, 1 to 20,000 characters; `@username` mentions somebody.");

/** `GET …/tasks/{taskId}/comments`. */
export const CommentList = z.strictObject({
  taskId: keys.task,
  sort: z.enum(["createdAt", "-createdAt"], "Use createdAt or -createdAt.").default("createdAt")
    .describe("The order; `-createdAt` begins with the newest."),
  ...pageFields,
});

/** `POST …/tasks/{taskId}/comments`. */
export const CommentCreate = z.strictObject({ taskId: keys.task, body: commentBody });

/** `PATCH …/tasks/{taskId}/comments/{commentId}`. */
export const CommentPatch = z.strictObject({
  taskId: keys.task,
  commentId: keys.comment,
  version: z.int().optional(),
  body: commentBody,
});

/** `DELETE …/tasks/{taskId}/comments/{commentId}`. */
export const CommentKey = z.strictObject({
  taskId: keys.task,
  commentId: keys.comment,
  version: z.int().optional(),
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
