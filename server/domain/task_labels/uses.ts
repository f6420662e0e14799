import { z } from "zod";
import { query } from "../core/operation.ts";
import { taskLabels } from "../labels/kinds.ts";
import { countLabelUses } from "../labels/uses.ts";

/** How many tasks have each task label. @throws as `countLabelUses` does */
export const countTaskLabelUses = query({
  name: "labels.uses",
  scope: "workspace.manage",
  input: z.strictObject({}),
  run: (context) => countLabelUses(context, taskLabels),
});
