import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { ProfileRef } from "../refs/schema.ts";
import { kindsOf } from "./kinds.ts";

/** One thing that happened to a task, or to a project. */
export const Activity = z.strictObject({
  id: z.string(),
  kind: z.enum(kindsOf("task", "project")),
  actor: ProfileRef.nullable(),
  door: z.enum(["web", "api", "cli", "system"]),
  data: z.strictObject({ from: z.unknown().optional(), to: z.unknown().optional() }),
  createdAt: responseFields.time,
});

export type Activity = z.output<typeof Activity>;
