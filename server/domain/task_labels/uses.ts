import { z } from "zod";
import { query } from "../core/operation.ts";
import { taskLabels } from "../labels/kinds.ts";
import { countLabelUses } from "../labels/uses.ts";

/** Counts the tasks with each task label. @throws errors of `countLabelUses` */
export const countTaskLabelUses = query({
  name: "labels.uses",
  scope: "workspace.manage",
  input: z.strictObject({}),
  run: (context) => countLabelUses(context, taskLabels),
});
