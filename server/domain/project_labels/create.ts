import { projectLabels } from "../labels/kinds.ts";
import { createLabel } from "../labels/create.ts";
import { LabelCreate } from "../labels/schema.ts";
import { operation } from "../core/operation.ts";

/** Creates a project label. @throws errors of `createLabel` */
export const createProjectLabel = operation({
  name: "projectLabels.create",
  scope: "projects.write",
  input: LabelCreate,
  run: (context, input) => createLabel(context, projectLabels, input),
});
