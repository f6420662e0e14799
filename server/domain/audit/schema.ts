import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { key, moment } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { ProfileRef } from "../refs/schema.ts";

const interfaces = ["web", "api", "cli", "system"] as const;

/** An entry of the audit log. */
export const AuditEntry = z.strictObject({
  id: z.string(),
  /** `member.role_changed`, `session.opened`, … */
  kind: z.string(),
  /** The actor; null if unknown, as for wrong codes. */
  actor: ProfileRef.nullable(),
  /** The actor's credential. */
  credential: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  interface: z.enum(interfaces),
  address: z.string().nullable(),
  /** The subject, with its name at that time. */
  subject: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }).nullable(),
  data: z.record(z.string(), z.unknown()),
  createdAt: responseFields.time,
});
export type AuditEntry = z.output<typeof AuditEntry>;

/** `GET …/audit`. */
export const AuditList = z.strictObject({
  kind: key.optional().describe("Filter by kind of change, such as `member.role_changed`."),
  actorId: keys.actor.optional(),
  interface: z.enum(interfaces, `Use one of ${interfaces.join(", ")}.`).optional()
    .describe("Filter by interface: `web`, `api`, or `cli`."),
  since: moment.optional().describe(
    "Filter by changes at or after this time. A date means the start of that day in the workspace's time " +
      "zone.",
  ),
  before: moment.optional().describe(
    "Filter by changes before this time. A date means the start of that day in the workspace's time zone.",
  ),
  ...pageFields,
});
