import { createProjectLabel } from "./create.ts";
import { findProjectLabel, listProjectLabels } from "./list.ts";
import { archiveProjectLabel, restoreProjectLabel, updateProjectLabel } from "./update.ts";

export const operations = [
  listProjectLabels,
  findProjectLabel,
  createProjectLabel,
  updateProjectLabel,
  archiveProjectLabel,
  restoreProjectLabel,
];
