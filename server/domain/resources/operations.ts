import { createResource } from "./create.ts";
import { deleteResource } from "./delete.ts";
import { listResources } from "./list.ts";
import { updateResource } from "./update.ts";

export const operations = [
  listResources,
  createResource,
  updateResource,
  deleteResource,
];
