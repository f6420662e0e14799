import { updateLabel } from "../labels/update.ts";
import { projectLabels } from "../labels/kinds.ts";
import { labelKey, ProjectLabelPatch } from "../labels/schema.ts";
import { operation } from "../core/operation.ts";

/** Renames, recolors, describes, archives, or restores a project label. @throws errors of `updateLabel` */
export const updateProjectLabel = operation({
  name: "projectLabels.update",
  scope: "projects.write",
  input: labelKey.extend({ patch: ProjectLabelPatch }),
  run: (context, { patch, ...which }) => updateLabel(context, projectLabels, which, patch),
});

/**
 * Archives a project label. It can't be added to projects anymore, and its name can be reused. Projects keep it until
 * someone removes it.
 * @throws errors of `updateLabel`
 */
export const archiveProjectLabel = operation({
  name: "projectLabels.archive",
  scope: "projects.write",
  input: labelKey,
  run: (context, which) => updateLabel(context, projectLabels, which, { archived: true }),
});

/** Restores an archived project label. @throws errors of `updateLabel` */
export const restoreProjectLabel = operation({
  name: "projectLabels.restore",
  scope: "projects.write",
  input: labelKey,
  run: (context, which) => updateLabel(context, projectLabels, which, { archived: false }),
});
