import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { archived, line, markdown, name, patchOf } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { nameKey } from "../core/name_key.ts";
import { projectSettings, projectStatusWord } from "../projects/schema.ts";
import { priorities, projectStatuses } from "../vocabulary.ts";

/** The defaults of a project template, as input. */
const DefaultsInput = z.strictObject({
  summary: projectSettings.summary,
  description: projectSettings.description,
  leadId: projectSettings.leadId,
  memberIds: projectSettings.memberIds,
  teamIds: projectSettings.teamIds,
  labels: projectSettings.labels,
  priority: projectSettings.priority,
  status: projectStatusWord.nullish(),
  milestones: z.array(z.strictObject({ name, description: markdown.nullish() }))
    .max(50, "Use at most 50 milestones.")
    .refine(
      (all) => new Set(all.map((one) => nameKey(one.name))).size === all.length,
      "Use a different name for each milestone.",
    ).optional().describe("Initial milestones, in order."),
});
export type DefaultsInput = z.output<typeof DefaultsInput>;

const description = line(300).nullish().describe(
  "One-line description, at most 300 characters, or `null`.",
);

/** `POST …/project-templates`. */
export const TemplateCreate = z.strictObject({
  name,
  description,
  defaults: DefaultsInput.default({}).describe("Defaults for new projects."),
});

/**
 * `PATCH …/project-templates/{templateId}`. `defaults` replaces all defaults, and `archived: false` restores the
 * template.
 */
export const TemplatePatch = patchOf({
  name: name.optional(),
  description,
  defaults: DefaultsInput.optional()
    .describe("Defaults for new projects. Replaces all current defaults."),
  archived: archived.optional(),
});
export type TemplatePatch = z.output<typeof TemplatePatch>;

/** `GET …/project-templates`. */
export const TemplateKey = z.strictObject({ templateId: keys.template });

/** The stored defaults of a project template, whose IDs might refer to missing records. */
export const TemplateDefaults = z.strictObject({
  summary: z.string().nullable(),
  description: z.string().nullable(),
  leadId: z.string().nullable(),
  memberIds: z.array(z.string()),
  teamIds: z.array(z.string()),
  labelIds: z.array(z.string()),
  priority: z.enum(priorities),
  status: z.enum(projectStatuses).nullable(),
  milestones: z.array(z.strictObject({ name: z.string(), description: z.string().nullable() })),
});
export type TemplateDefaults = z.output<typeof TemplateDefaults>;

/** A project template as every interface returns it. */
export const ProjectTemplate = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  defaults: TemplateDefaults,
  version: z.int(),
  createdAt: responseFields.time,
  updatedAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type ProjectTemplate = z.output<typeof ProjectTemplate>;
