import { createComment } from "./create.ts";
import { deleteComment } from "./delete.ts";
import { listComments } from "./list.ts";
import { tickComment, updateComment } from "./update.ts";

export const operations = [
  listComments,
  createComment,
  updateComment,
  tickComment,
  deleteComment,
];
