import { createComment } from "./create.ts";
import { deleteComment } from "./delete.ts";
import { listComments } from "./list.ts";
import { updateComment } from "./update.ts";

/** All that can be done with comments. */
export const operations = [
  listComments,
  createComment,
  updateComment,
  deleteComment,
];
