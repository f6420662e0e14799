import { createProjectTemplate } from "./create.ts";
import { findProjectTemplate, listProjectTemplates } from "./list.ts";
import { archiveProjectTemplate, restoreProjectTemplate, updateProjectTemplate } from "./update.ts";

export const operations = [
  listProjectTemplates,
  findProjectTemplate,
  createProjectTemplate,
  updateProjectTemplate,
  archiveProjectTemplate,
  restoreProjectTemplate,
];
