import { createComment } from "./create.ts";
import { deleteComment } from "./delete.ts";
import { listComments } from "./list.ts";
import { discardUnsentComment } from "./unsent/discard.ts";
import { keepUnsentComment } from "./unsent/keep.ts";
import { findUnsentComment, listUnsentComments } from "./unsent/read.ts";
import { tickComment, updateComment } from "./update.ts";

export const operations = [
  listComments,
  createComment,
  updateComment,
  tickComment,
  deleteComment,
  listUnsentComments,
  findUnsentComment,
  keepUnsentComment,
  discardUnsentComment,
];
