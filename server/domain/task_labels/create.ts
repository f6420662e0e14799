import { operation } from "../core/operation.ts";
import { taskLabels } from "../labels/kinds.ts";
import { createLabel } from "../labels/create.ts";
import { LabelCreate } from "../labels/schema.ts";

/** Creates a task label. @throws errors of `createLabel`. `RULES.md`, Permissions */
export const createTaskLabel = operation({
  name: "labels.create",
  scope: "workspace.manage",
  input: LabelCreate,
  run: (context, input) => createLabel(context, taskLabels, input),
});
