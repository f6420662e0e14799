import { z } from "zod";
import { key, pageFields, prose } from "../fields.ts";

/** What a comment says: Markdown, 1 to 20,000 characters. */
export const commentBody = prose(20_000)
  .pipe(z.string("Write at least one character."));

/** `GET …/tasks/{taskId}/comments`. */
export const CommentList = z.strictObject({
  taskId: key,
  sort: z.enum(["createdAt", "-createdAt"], "Use createdAt or -createdAt.").default("createdAt"),
  ...pageFields,
});

/** `POST …/tasks/{taskId}/comments`. */
export const CommentCreate = z.strictObject({ taskId: key, body: commentBody });

/** `PATCH …/tasks/{taskId}/comments/{commentId}`. */
export const CommentPatch = z.strictObject({
  taskId: key,
  commentId: key,
  version: z.int().optional(),
  body: commentBody,
});

/** `DELETE …/tasks/{taskId}/comments/{commentId}`. */
export const CommentKey = z.strictObject({
  taskId: key,
  commentId: key,
  version: z.int().optional(),
});
