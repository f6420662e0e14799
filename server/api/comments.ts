import { z } from "zod";
import { createComment } from "../domain/comments/create.ts";
import { deleteComment } from "../domain/comments/delete.ts";
import { listComments } from "../domain/comments/list.ts";
import { tickComment, updateComment } from "../domain/comments/update.ts";
import type { Versioned } from "../domain/core/versioned.ts";
import { Comment } from "../domain/comments/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Comments";
const path = "/workspaces/{workspaceId}/tasks/{taskId}/comments";

const oneComment = {
  tag,
  response: z.strictObject({ comment: Comment }),
  answer: (found: Versioned<Comment>) => `{"comment":${found.json}}`,
  version: (found: Versioned<Comment>) => found.version,
};

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
    description: "For its author and for managers.",
    status: 204,
    response: null,
    answer: () => "",
    guarded: true,
  }),
];
