import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { ProfileRef, ProjectRef, TaskRef } from "../refs/schema.ts";
import { kindsOf } from "./kinds.ts";

/** One thing that happened to a task, or to a project. */
export const Activity = z.strictObject({
  id: z.string(),
  kind: z.enum(kindsOf("task", "project")),
  actor: ProfileRef.nullable(),
  interface: z.enum(["web", "api", "cli", "system"]),
  data: z.strictObject({ from: z.unknown().optional(), to: z.unknown().optional() }),
  createdAt: responseFields.time,
  /** When who did it took it back; null where it stands. */
  undoneAt: responseFields.time.nullable(),
  /** Until when who did it can take it back; null where it can't be, or was. */
  undoableUntil: responseFields.time.nullable(),
});

export type Activity = z.output<typeof Activity>;

/** One thing that happened, with the task or the project that it happened to. */
export const RecordActivity = Activity.extend({
  task: TaskRef.nullable(),
  project: ProjectRef.nullable(),
});
export type RecordActivity = z.output<typeof RecordActivity>;
