import { archiveTaskLabel, restoreTaskLabel } from "./archive.ts";
import { createTaskLabel } from "./create.ts";
import { findTaskLabel, listTaskLabels } from "./list.ts";
import { offerTaskLabels } from "./offer.ts";
import { updateTaskLabel } from "./update.ts";

export const operations = [
  listTaskLabels,
  findTaskLabel,
  offerTaskLabels,
  createTaskLabel,
  updateTaskLabel,
  archiveTaskLabel,
  restoreTaskLabel,
];
