import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { archived, includeArchived, name, prose } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { namesAField, somethingNamed } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";

/** The colours that a label can have: names, so that each theme has its own shade. */
export const labelColors = [
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "indigo",
  "purple",
  "pink",
] as const;

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

/** A project label as every door gives it: it has a name of its own in the description. */
export const ProjectLabel = Label.extend({});

const settings = {
  name,
  color: z.enum(labelColors, `Use one of ${labelColors.join(", ")}.`).describe(
    "A colour by its name.",
  ),
  description: prose(500).nullable().describe("At most 500 characters; null clears it."),
};

/** `GET …/labels`. */
export const LabelList = z.strictObject({ ...pageFields, includeArchived });

/** `POST …/labels`. */
export const LabelCreate = z.strictObject(settings).partial({ color: true, description: true });

/** One label, and the version of it that the client last saw. */
export const labelKey = z.strictObject({ labelId: keys.label, version: z.int().optional() });

/** `PATCH …/labels/{labelId}`: the fields that change; null clears the description. */
export const LabelPatch = z.strictObject(settings).partial().refine(namesAField, somethingNamed);

/** `PATCH …/project-labels/{labelId}`: the same; `archived: false` brings an archived one back. */
export const ProjectLabelPatch = z.strictObject({ ...settings, archived }).partial()
  .refine(namesAField, somethingNamed);

/** The labels of a new workspace. */
export const defaultLabels: readonly { name: string; color: (typeof labelColors)[number] }[] = [
  { name: "Bug", color: "red" },
  { name: "Feature", color: "indigo" },
  { name: "Improvement", color: "teal" },
];
