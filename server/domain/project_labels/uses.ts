import { z } from "zod";
import { query } from "../core/operation.ts";
import { projectLabels } from "../labels/kinds.ts";
import { countLabelUses } from "../labels/uses.ts";

/** Counts the projects with each project label. @throws errors of `countLabelUses` */
export const countProjectLabelUses = query({
  name: "projectLabels.uses",
  scope: "projects.write",
  input: z.strictObject({}),
  run: (context) => countLabelUses(context, projectLabels),
});
