import { z } from "zod";
import { query } from "../core/operation.ts";
import { projectLabels } from "../labels/kinds.ts";
import { countLabelUses } from "../labels/uses.ts";

/** How many projects have each project label. @throws as `countLabelUses` does */
export const countProjectLabelUses = query({
  name: "projectLabels.uses",
  scope: "projects.write",
  input: z.strictObject({}),
  run: (context) => countLabelUses(context, projectLabels),
});
