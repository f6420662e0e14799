import { operation } from "../core/operation.ts";
import { updateLabel } from "../labels/update.ts";
import { taskLabels } from "../labels/kinds.ts";
import { labelKey } from "../labels/schema.ts";

/**
 * Archives a task label. It can't be added to tasks anymore, and its name can be reused. Tasks keep and show it,
 * filters find it, and it can still be removed from tasks. Archiving it again changes nothing.
 * @throws errors of `updateLabel`
 */
export const archiveTaskLabel = operation({
  name: "labels.archive",
  scope: "workspace.manage",
  input: labelKey,
  run: (context, which) => updateLabel(context, taskLabels, which, { archived: true }),
});

/** Restores an archived label. @throws errors of `updateLabel` */
export const restoreTaskLabel = operation({
  name: "labels.restore",
  scope: "workspace.manage",
  input: labelKey,
  run: (context, which) => updateLabel(context, taskLabels, which, { archived: false }),
});
