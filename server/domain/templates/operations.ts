import { createTaskTemplate } from "./create.ts";
import { findTaskTemplate, listTaskTemplates } from "./list.ts";
import { archiveTaskTemplate, restoreTaskTemplate, updateTaskTemplate } from "./update.ts";

/** All that can be done with templates. */
export const operations = [
  listTaskTemplates,
  findTaskTemplate,
  createTaskTemplate,
  updateTaskTemplate,
  archiveTaskTemplate,
  restoreTaskTemplate,
];
