import { archiveTaskLabel, restoreTaskLabel } from "./archive.ts";
import { createTaskLabel } from "./create.ts";
import { findTaskLabel, listTaskLabels } from "./list.ts";
import { offerTaskLabels } from "./offer.ts";
import { updateTaskLabel } from "./update.ts";
import { mergeTaskLabels } from "./merge.ts";
import { countTaskLabelUses } from "./uses.ts";

export const operations = [
  listTaskLabels,
  findTaskLabel,
  offerTaskLabels,
  createTaskLabel,
  updateTaskLabel,
  archiveTaskLabel,
  restoreTaskLabel,
  mergeTaskLabels,
  countTaskLabelUses,
];
