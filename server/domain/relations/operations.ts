import { addRelation } from "./add.ts";
import { removeRelation } from "./remove.ts";

/** All that can be done with relations. */
export const operations = [
  addRelation,
  removeRelation,
];
