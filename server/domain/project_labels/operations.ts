import { createProjectLabel } from "./create.ts";
import { findProjectLabel, listProjectLabels } from "./list.ts";
import { archiveProjectLabel, restoreProjectLabel, updateProjectLabel } from "./update.ts";

/** All that can be done with project labels. */
export const operations = [
  listProjectLabels,
  findProjectLabel,
  createProjectLabel,
  updateProjectLabel,
  archiveProjectLabel,
  restoreProjectLabel,
];
