import { createTaskTemplate } from "./create.ts";
import { findTaskTemplate, listTaskTemplates } from "./list.ts";
import { archiveTaskTemplate, restoreTaskTemplate, updateTaskTemplate } from "./update.ts";

export const operations = [
  listTaskTemplates,
  findTaskTemplate,
  createTaskTemplate,
  updateTaskTemplate,
  archiveTaskTemplate,
  restoreTaskTemplate,
];
