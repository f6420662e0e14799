import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { archived, includeArchived, name, prose } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { atLeastOneField, namesAField, seenVersion } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { labelColors } from "../vocabulary.ts";

export const Label = z.strictObject({
  id: z.string(),
  name: z.string(),
  color: z.enum(labelColors),
  description: z.string().nullable(),
  version: z.int(),
  createdAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type Label = z.output<typeof Label>;

/** A project label as every interface returns it. The API description names it separately. */
export const ProjectLabel = Label.extend({});

const settings = {
  name,
  color: z.enum(labelColors, `Use one of ${labelColors.join(", ")}.`).describe(
    "Color name.",
  ),
  description: prose(500).nullable().describe(
    "Description of at most 500 characters, or `null` for none.",
  ),
};

/** `GET …/labels`. */
export const LabelList = z.strictObject({ ...pageFields, includeArchived });

/** `POST …/labels`. */
export const LabelCreate = z.strictObject(settings).partial({ color: true, description: true });

/** A label, with the version that the client last saw. */
export const labelKey = z.strictObject({ labelId: keys.label, version: seenVersion });

/** `PATCH …/labels/{labelId}`: the fields to change; null clears the description. */
export const LabelPatch = z.strictObject(settings).partial().refine(namesAField, atLeastOneField);

/** `PATCH …/project-labels/{labelId}`: the same; `archived: false` restores an archived one. */
export const ProjectLabelPatch = z.strictObject({ ...settings, archived }).partial()
  .refine(namesAField, atLeastOneField);

/** `POST …/labels/{labelId}/merge`: the label that replaces it, by ID or name. */
export const mergeInto = z.strictObject({
  into: keys.label.describe("Label to merge into, by ID or name."),
});

/** The number of tasks or projects with each label, by ID. Unused labels are missing. */
export const LabelUses = z.record(z.string(), z.int());
export type LabelUses = z.output<typeof LabelUses>;

/** The labels of a new workspace. */
export const defaultLabels: readonly { name: string; color: (typeof labelColors)[number] }[] = [
  { name: "Bug", color: "red" },
  { name: "Feature", color: "indigo" },
  { name: "Improvement", color: "teal" },
];
