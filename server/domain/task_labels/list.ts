import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { taskLabels } from "../labels/kinds.ts";
import { readLabel, readLabels } from "../labels/record.ts";
import { LabelList } from "../labels/schema.ts";

/** The workspace's task labels, by name; archived ones only when asked for. */
export const listTaskLabels = query({
  name: "labels.list",
  scope: "workspace.read",
  input: LabelList,
  run: (context, asked) => readLabels(context, taskLabels, asked),
});

/** One task label, archived or not. @throws NotFound */
export const findTaskLabel = query({
  name: "labels.find",
  scope: "workspace.read",
  input: z.strictObject({ labelId: keys.label }),
  run: (context, { labelId }) => readLabel(context, taskLabels, labelId),
});
