import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { taskLabels } from "../labels/kinds.ts";
import { readLabel, readLabels } from "../labels/record.ts";
import { LabelList } from "../labels/schema.ts";

/** Lists the workspace's task labels, by name. Archived ones are listed only on request. */
export const listTaskLabels = query({
  name: "labels.list",
  scope: "workspace.read",
  input: LabelList,
  run: (context, asked) => readLabels(context, taskLabels, asked),
});

/** Reads a task label, archived or not. @throws NotFound */
export const findTaskLabel = query({
  name: "labels.find",
  scope: "workspace.read",
  input: z.strictObject({ labelId: keys.label }),
  run: (context, { labelId }) => readLabel(context, taskLabels, labelId),
});
