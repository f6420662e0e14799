import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { ProfileRef, ProjectRef, TaskRef } from "../refs/schema.ts";
import { kindsOf } from "./kinds.ts";

/** An event of a task or project. */
export const Activity = z.strictObject({
  id: z.string(),
  kind: z.enum(kindsOf("task", "project")),
  actor: ProfileRef.nullable(),
  interface: z.enum(["web", "api", "cli", "system"]),
  data: z.strictObject({ from: z.unknown().optional(), to: z.unknown().optional() }),
  createdAt: responseFields.time,
  /** The time when the actor undid the event, or null. */
  undoneAt: responseFields.time.nullable(),
  /** The time until which the actor can undo the event, or null if it can't be undone. */
  undoableUntil: responseFields.time.nullable(),
});

export type Activity = z.output<typeof Activity>;

/** An event with its task or project. */
export const RecordActivity = Activity.extend({
  task: TaskRef.nullable(),
  project: ProjectRef.nullable(),
});
export type RecordActivity = z.output<typeof RecordActivity>;
