import { createProjectLabel } from "./create.ts";
import { findProjectLabel, listProjectLabels } from "./list.ts";
import { archiveProjectLabel, restoreProjectLabel, updateProjectLabel } from "./update.ts";
import { mergeProjectLabels } from "./merge.ts";
import { countProjectLabelUses } from "./uses.ts";

export const operations = [
  listProjectLabels,
  findProjectLabel,
  createProjectLabel,
  updateProjectLabel,
  archiveProjectLabel,
  restoreProjectLabel,
  mergeProjectLabels,
  countProjectLabelUses,
];
