import { z } from "zod";
import { key, line, markdown, name, pageFields, queryFlag, taskTitle } from "../fields.ts";
import { namesAField, somethingNamed } from "../found.ts";
import {
  LabelRef,
  priorities,
  priorityWord,
  ProfileRef,
  statusWord,
  taskStatuses,
} from "../tasks/schema.ts";

/** What a template gives to the tasks made of it; null leaves it to who makes them. */
const filling = {
  /** The team that it is for; null for every team. */
  teamId: key.nullish(),
  title: taskTitle.nullish(),
  description: markdown.nullish(),
  priority: priorityWord.nullish(),
  status: statusWord.nullish(),
  assigneeId: key.nullish(),
  /** Names or ids of labels. */
  tags: z.array(line(80)).max(50, "Use at most 50 labels.").optional(),
};

/** `GET …/task-templates`. */
export const TaskTemplateList = z.strictObject({
  ...pageFields,
  includeArchived: queryFlag.optional(),
});

/** `POST …/task-templates`. */
export const TaskTemplateCreate = z.strictObject({ name, ...filling });

/** `PATCH …/task-templates/{templateId}`: the fields that change; `archived: false` restores. */
export const TaskTemplatePatch = z.strictObject({
  name: name.optional(),
  ...filling,
  archived: z.boolean().optional(),
}).refine(namesAField, somethingNamed);

/** One template, and the version of it that the client last saw. */
export const templateKey = { templateId: key, version: z.int().optional() };

/** A task template as every door gives it. */
export const TaskTemplate = z.strictObject({
  id: z.string(),
  name: z.string(),
  teamId: z.string().nullable(),
  title: z.string().nullable(),
  description: z.string().nullable(),
  priority: z.enum(priorities).nullable(),
  status: z.enum(taskStatuses).nullable(),
  assigneeId: z.string().nullable(),
  assignee: ProfileRef.nullable(),
  tags: z.array(z.string()),
  labels: z.array(LabelRef),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  archivedAt: z.string().nullable(),
});
export type TaskTemplate = z.output<typeof TaskTemplate>;
