import { operation } from "../core/operation.ts";
import { updateLabel } from "../labels/update.ts";
import { taskLabels } from "../labels/kinds.ts";
import { labelKey } from "../labels/schema.ts";

/**
 * Archives a task label: nobody can give it to a task any more, and its name is free for another. Tasks that have it
 * keep and show it, and filters still find them by it, so nothing that was known is lost; taking it off a task works
 * as ever. Archiving twice is once.
 * @throws as `updateLabel` does
 */
export const archiveTaskLabel = operation({
  name: "labels.archive",
  scope: "workspace.manage",
  input: labelKey,
  run: (context, which) => updateLabel(context, taskLabels, which, { archived: true }),
});

/** Brings an archived label back into use. @throws as `updateLabel` does */
export const restoreTaskLabel = operation({
  name: "labels.restore",
  scope: "workspace.manage",
  input: labelKey,
  run: (context, which) => updateLabel(context, taskLabels, which, { archived: false }),
});
