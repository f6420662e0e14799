import { operation } from "../core/operation.ts";
import { taskLabels } from "./kinds.ts";
import { makeLabel } from "./make.ts";
import { LabelCreate } from "./schema.ts";

/** Makes a task label. @throws as `makeLabel` does. `RULES.md`, Who may do what */
export const createLabel = operation({
  name: "labels.create",
  scope: "workspace.manage",
  input: LabelCreate,
  run: (context, input) => makeLabel(context, taskLabels, input),
});
