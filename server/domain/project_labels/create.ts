import { projectLabels } from "../labels/kinds.ts";
import { makeLabel } from "../labels/make.ts";
import { LabelCreate } from "../labels/schema.ts";
import { operation } from "../core/operation.ts";

/** Makes a project label. @throws as `makeLabel` does */
export const createProjectLabel = operation({
  name: "projectLabels.create",
  scope: "projects.write",
  input: LabelCreate,
  run: (context, input) => makeLabel(context, projectLabels, input),
});
