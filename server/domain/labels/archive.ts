import { operation } from "../core/operation.ts";
import { changeLabel } from "./change.ts";
import { taskLabels } from "./kinds.ts";
import { labelKey } from "./schema.ts";

/**
 * Archives a task label: nobody can give it to a task any more, and its name is free for another. Tasks that have it
 * keep and show it, and filters still find them by it, so nothing that was known is lost; taking it off a task works
 * as ever. Archiving twice is once.
 * @throws as `changeLabel` does
 */
export const archiveLabel = operation({
  name: "labels.archive",
  scope: "workspace.manage",
  input: labelKey,
  run: (context, which) => changeLabel(context, taskLabels, which, { archived: true }),
});

/** Brings an archived label back into use. @throws as `changeLabel` does */
export const restoreLabel = operation({
  name: "labels.restore",
  scope: "workspace.manage",
  input: labelKey,
  run: (context, which) => changeLabel(context, taskLabels, which, { archived: false }),
});
