import { listProjectUpdates } from "./list.ts";
import { postProjectUpdate } from "./post.ts";

export const operations = [
  listProjectUpdates,
  postProjectUpdate,
];
