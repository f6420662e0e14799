import { addRelation } from "./add.ts";
import { removeRelation } from "./remove.ts";

export const operations = [
  addRelation,
  removeRelation,
];
