import { operation } from "../core/operation.ts";
import { changeLabel } from "./change.ts";
import { taskLabels } from "./kinds.ts";
import { labelKey, LabelPatch } from "./schema.ts";

/** Renames, recolours or describes a task label. @throws as `changeLabel` does */
export const updateLabel = operation({
  name: "labels.update",
  scope: "workspace.manage",
  input: labelKey.extend({ patch: LabelPatch }),
  run: (context, { patch, ...which }) => changeLabel(context, taskLabels, which, patch),
});
