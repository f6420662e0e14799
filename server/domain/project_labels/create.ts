import { projectLabels } from "../labels/kinds.ts";
import { createLabel } from "../labels/create.ts";
import { LabelCreate } from "../labels/schema.ts";
import { operation } from "../core/operation.ts";

/** Makes a project label. @throws as `createLabel` does */
export const createProjectLabel = operation({
  name: "projectLabels.create",
  scope: "projects.write",
  input: LabelCreate,
  run: (context, input) => createLabel(context, projectLabels, input),
});
