import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { archived, includeArchived, name, replacing, taskTitle } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { atLeastOneField, namesAField, seenVersion } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { LabelRef, ProfileRef } from "../refs/schema.ts";
import { priorities, priorityWord, taskStatuses, taskStatusWord } from "../vocabulary.ts";
import { plainShapes, taskFields } from "../tasks/schema.ts";

/**
 * Fields without a template value, because they belong to a single task: dates, parents, and positions in a project.
 */
const {
  deadlineAt: _day,
  parentId: _parent,
  projectId: _project,
  milestoneId: _milestone,
  ...given
} = taskFields;

/** The values of a template; null leaves a field to the creator. */
const filling = {
  teamId: keys.team.nullish()
    .describe("Team of the template, by ID or key, or `null` for every team."),
  title: taskTitle.nullish(),
  ...given,
  priority: priorityWord.nullish(),
  status: taskStatusWord.nullish(),
};

/** `GET …/task-templates`. */
export const TaskTemplateList = z.strictObject({
  ...pageFields,
  includeArchived,
});

/** `POST …/task-templates`. */
export const TaskTemplateCreate = z.strictObject({ name, ...filling });

/** `PATCH …/task-templates/{templateId}`: the fields to change; `archived: false` restores the template. */
export const TaskTemplatePatch = z.strictObject({
  name: name.optional(),
  ...filling,
  tags: replacing(filling.tags, "labels"),
  archived: archived.optional(),
}).refine(namesAField, atLeastOneField);

/** A template, with the version that the client last saw. */
export const templateKey = { templateId: keys.template, version: seenVersion };

/** A task template as every interface returns it. */
export const TaskTemplate = z.strictObject({
  id: z.string(),
  name: z.string(),
  teamId: z.string().nullable(),
  title: z.string().nullable(),
  ...plainShapes,
  priority: z.enum(priorities).nullable(),
  status: z.enum(taskStatuses).nullable(),
  assigneeId: z.string().nullable(),
  assignee: ProfileRef.nullable(),
  tags: z.array(z.string()),
  labels: z.array(LabelRef),
  version: z.int(),
  createdAt: responseFields.time,
  updatedAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type TaskTemplate = z.output<typeof TaskTemplate>;
