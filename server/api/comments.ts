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
    summary: "Comment on a task",
    description: "For whoever may write in the task's team, and its commentators.",
    status: 201,
    location: (found) => found.id,
    example: { body: "The draft is ready, @ada: please have a look." },
  }),
  endpoint({
    ...oneComment,
    method: "PATCH",
    path: `${path}/{commentId}`,
    operation: updateComment,
    summary: "Change one's own comment",
    description: "Nobody else's, not even as a manager.",
    status: 200,
    guarded: true,
    example: { body: "The draft is ready: please have a look." },
  }),
  endpoint({
    ...oneComment,
    method: "POST",
    path: `${path}/{commentId}/tick`,
    operation: tickComment,
    summary: "Tick a box of a checklist in one's own comment",
    description: "In the comment as it stands: of several who tick at once nobody loses a tick.",
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
      "For its author and for managers. Nobody reads its text any more; who deleted it can take that back for a week, " +
      "then the text is erased.",
    status: 204,
    response: null,
    answer: () => "",
    guarded: true,
  }),
  collection({
    path: "/workspaces/{workspaceId}/unsent-comments",
    operation: listUnsentComments,
    tag,
    summary: "List the comments that one began and didn't send",
    description: "The newest first. They are one's own alone, and kept for 30 days.",
    plural: "unsentComments",
    record: UnsentComment,
  }),
  endpoint({
    ...oneUnsent,
    method: "GET",
    operation: findUnsentComment,
    summary: "Get the comment that one began on a task and didn't send",
  }),
  endpoint({
    ...oneUnsent,
    method: "PUT",
    operation: keepUnsentComment,
    summary: "Keep a comment that one isn't sending yet",
    description:
      "In the place of what one had begun there. Nobody else sees it or is told of it. " +
      "At most 100 are kept: of more the one that was saved longest ago goes.",
    guarded: true,
    example: { body: "Half a thought" },
  }),
  endpoint({
    method: "DELETE",
    path: unsentPath,
    operation: discardUnsentComment,
    tag,
    summary: "Discard the comment that one began on a task",
    status: 204,
    response: null,
    answer: () => "",
    guarded: true,
  }),
];
