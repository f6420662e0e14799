import { archiveLabel, restoreLabel } from "./archive.ts";
import { createLabel } from "./create.ts";
import { findLabel, listLabels } from "./list.ts";
import { updateLabel } from "./update.ts";

/** All that can be done with labels. */
export const operations = [
  listLabels,
  findLabel,
  createLabel,
  updateLabel,
  archiveLabel,
  restoreLabel,
];
