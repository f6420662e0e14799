import { createProjectTemplate } from "./create.ts";
import { findProjectTemplate, listProjectTemplates } from "./list.ts";
import { archiveProjectTemplate, restoreProjectTemplate, updateProjectTemplate } from "./update.ts";

/** All that can be done with project templates. */
export const operations = [
  listProjectTemplates,
  findProjectTemplate,
  createProjectTemplate,
  updateProjectTemplate,
  archiveProjectTemplate,
  restoreProjectTemplate,
];
