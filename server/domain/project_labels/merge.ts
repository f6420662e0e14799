import { projectLabels } from "../labels/kinds.ts";
import { mergeLabels } from "../labels/merge.ts";
import { labelKey, mergeInto } from "../labels/schema.ts";
import { operation } from "../core/operation.ts";

/** Merges a project label into another. @throws errors of `mergeLabels` */
export const mergeProjectLabels = operation({
  name: "projectLabels.merge",
  scope: "projects.write",
  input: labelKey.extend(mergeInto.shape),
  run: (context, asked) => mergeLabels(context, projectLabels, asked),
});
