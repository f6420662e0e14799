import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { avatarColors, taskStatuses } from "../vocabulary.ts";

/** A person or agent as shown in a task. */
export const ProfileRef = z.strictObject({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  kind: z.enum(["human", "agent"]),
  /** The chosen color, or null for one derived from the name. */
  color: z.enum(avatarColors).nullable(),
});

export type ProfileRef = z.output<typeof ProfileRef>;

export const LabelRef = z.strictObject({ id: z.string(), name: z.string(), color: z.string() });

export const StateRef = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(taskStatuses),
});

/** A project as shown in a task. */
export const ProjectRef = z.strictObject({ id: z.string(), key: z.string(), name: z.string() });

export type ProjectRef = z.output<typeof ProjectRef>;

export const MilestoneRef = z.strictObject({ id: z.string(), name: z.string() });

export type MilestoneRef = z.output<typeof MilestoneRef>;

/** Another task, as shown in a task's record. */
export const TaskRef = z.strictObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  status: z.enum(taskStatuses),
  archivedAt: responseFields.time.nullable(),
});

export type TaskRef = z.output<typeof TaskRef>;
