import { z } from "zod";
import { keys } from "../core/keys.ts";
import { projectLabels } from "../labels/kinds.ts";
import { readLabel, readLabels } from "../labels/record.ts";
import { LabelList } from "../labels/schema.ts";
import { query } from "../core/operation.ts";

/** Lists the workspace's project labels, by name. Archived ones are listed only on request. */
export const listProjectLabels = query({
  name: "projectLabels.list",
  scope: "projects.read",
  input: LabelList,
  run: (context, asked) => readLabels(context, projectLabels, asked),
});

/** Reads a project label, archived or not. @throws NotFound */
export const findProjectLabel = query({
  name: "projectLabels.find",
  scope: "projects.read",
  input: z.strictObject({ labelId: keys.label }),
  run: (context, { labelId }) => readLabel(context, projectLabels, labelId),
});
