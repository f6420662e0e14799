import { z } from "zod";
import { createComment } from "../domain/comments/create.ts";
import { deleteComment } from "../domain/comments/delete.ts";
import { listComments } from "../domain/comments/list.ts";
import { tickComment, updateComment } from "../domain/comments/update.ts";
import type { Versioned } from "../domain/core/versioned.ts";
import { Comment, UnsentComment } from "../domain/comments/schema.ts";
import { discardUnsentComment } from "../domain/comments/unsent/discard.ts";
import { keepUnsentComment } from "../domain/comments/unsent/keep.ts";
import { findUnsentComment, listUnsentComments } from "../domain/comments/unsent/read.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Comments";
const path = "/workspaces/{workspaceId}/tasks/{taskId}/comments";

const oneComment = {
  tag,
  response: z.strictObject({ comment: Comment }),
  answer: (found: Versioned<Comment>) => `{"comment":${found.json}}`,
  version: (found: Versioned<Comment>) => found.version,
};

const unsentPath = "/workspaces/{workspaceId}/tasks/{taskId}/unsent-comment";
const oneUnsent = {
  tag,
  path: unsentPath,
  status: 200,
  response: z.strictObject({ unsentComment: UnsentComment }),
  answer: (found: Versioned<UnsentComment>) => `{"unsentComment":${found.json}}`,
  version: (found: Versioned<UnsentComment>) => found.version,
} as const;

export const commentsEndpoints = [
  collection({
    path,
    operation: listComments,
    tag,
    summary: "List a task's comments",
    plural: "comments",
    record: Comment,
  }),
  endpoint({
    ...oneComment,
    method: "POST",
    path,
    operation: createComment,
    summary: "Add a comment to a task",
    description: "Requires the owner or admin role, or any role in the task's team.",
    status: 201,
    location: (found) => found.id,
    example: { body: "The draft is ready, @ada. Please take a look." },
  }),
  endpoint({
    ...oneComment,
    method: "PATCH",
    path: `${path}/{commentId}`,
    operation: updateComment,
    summary: "Update your comment",
    description: "Only the author can edit a comment. Owners and admins can't.",
    status: 200,
    guarded: true,
    example: { body: "The draft is ready. Please take a look." },
  }),
  endpoint({
    ...oneComment,
    method: "POST",
    path: `${path}/{commentId}/tick`,
    operation: tickComment,
    summary: "Check or uncheck a checkbox in your comment",
    description:
      "Changes only this checkbox, so simultaneous changes to other checkboxes are kept.",
    status: 200,
    example: { words: "oil the hinges", done: true },
  }),
  endpoint({
    method: "DELETE",
    path: `${path}/{commentId}`,
    operation: deleteComment,
    tag,
    summary: "Delete a comment",
    description:
      "Requires the owner or admin role, unless you wrote the comment. The text is hidden " +
      "immediately. The person who deleted the comment can undo this for a week. The text is then " +
      "erased.",
    status: 204,
    response: null,
    answer: () => "",
    guarded: true,
  }),
  collection({
    path: "/workspaces/{workspaceId}/unsent-comments",
    operation: listUnsentComments,
    tag,
    summary: "List your draft comments",
    description:
      "Newest first. Only you can see your draft comments. Draft comments are kept for 30 days.",
    plural: "unsentComments",
    record: UnsentComment,
  }),
  endpoint({
    ...oneUnsent,
    method: "GET",
    operation: findUnsentComment,
    summary: "Get your draft comment on a task",
  }),
  endpoint({
    ...oneUnsent,
    method: "PUT",
    operation: keepUnsentComment,
    summary: "Save a draft comment",
    description:
      "Replaces your draft comment on the task. Only you can see draft comments. At most 100 are kept. " +
      "Saving another draft comment discards the oldest.",
    guarded: true,
    example: { body: "I'm not sure about the second page yet." },
  }),
  endpoint({
    method: "DELETE",
    path: unsentPath,
    operation: discardUnsentComment,
    tag,
    summary: "Discard your draft comment on a task",
    status: 204,
    response: null,
    answer: () => "",
    guarded: true,
  }),
];
