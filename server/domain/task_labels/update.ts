import { operation } from "../core/operation.ts";
import { updateLabel } from "../labels/update.ts";
import { taskLabels } from "../labels/kinds.ts";
import { labelKey, LabelPatch } from "../labels/schema.ts";

/** Renames, recolors, or describes a task label. @throws errors of `updateLabel` */
export const updateTaskLabel = operation({
  name: "labels.update",
  scope: "workspace.manage",
  input: labelKey.extend({ patch: LabelPatch }),
  run: (context, { patch, ...which }) => updateLabel(context, taskLabels, which, patch),
});
