import { z } from "zod";
import { line, name, patchOf } from "../fields.ts";
import { labelColors } from "../labels/schema.ts";

const color = z.enum(labelColors, `Use one of ${labelColors.join(", ")}.`);
const description = line(300).nullish();

/** `POST …/project-labels`. */
export const ProjectLabelCreate = z.strictObject({
  name,
  color: color.default("gray"),
  description,
});

/** `PATCH …/project-labels/{labelId}`. `archived: false` brings an archived one back. */
export const ProjectLabelPatch = patchOf({
  name: name.optional(),
  color: color.optional(),
  description,
  archived: z.boolean().optional(),
});
export type ProjectLabelPatch = z.output<typeof ProjectLabelPatch>;

/** A project label as every door gives it. */
export const ProjectLabel = z.strictObject({
  id: z.string(),
  name: z.string(),
  color: z.enum(labelColors),
  description: z.string().nullable(),
  createdAt: z.string(),
  archivedAt: z.string().nullable(),
});
export type ProjectLabel = z.output<typeof ProjectLabel>;
