import { taskLabels } from "../labels/kinds.ts";
import { mergeLabels } from "../labels/merge.ts";
import { labelKey, mergeInto } from "../labels/schema.ts";
import { operation } from "../core/operation.ts";

/** Merges a task label into another. @throws errors of `mergeLabels` */
export const mergeTaskLabels = operation({
  name: "labels.merge",
  scope: "workspace.manage",
  input: labelKey.extend(mergeInto.shape),
  run: (context, asked) => mergeLabels(context, taskLabels, asked),
});
