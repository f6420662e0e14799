import { archiveLabel, restoreLabel } from "./archive.ts";
import { createLabel } from "./create.ts";
import { findLabel, listLabels } from "./list.ts";
import { updateLabel } from "./update.ts";

export const operations = [
  listLabels,
  findLabel,
  createLabel,
  updateLabel,
  archiveLabel,
  restoreLabel,
];
