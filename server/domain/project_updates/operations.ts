import { listProjectUpdates } from "./list.ts";
import { postProjectUpdate } from "./post.ts";

/** All that can be done with project updates. */
export const operations = [
  listProjectUpdates,
  postProjectUpdate,
];
