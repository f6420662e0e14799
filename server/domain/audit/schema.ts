import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { key, moment } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { ProfileRef } from "../refs/schema.ts";

const interfaces = ["web", "api", "cli", "system"] as const;

/** One security-relevant act, as managers read it. */
export const AuditEntry = z.strictObject({
  id: z.string(),
  /** `member.role_changed`, `session.opened`, … */
  kind: z.string(),
  /** Who did it; null where nobody known did, as with wrong codes. */
  actor: ProfileRef.nullable(),
  /** What they showed to be let in. */
  credential: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  interface: z.enum(interfaces),
  address: z.string().nullable(),
  /** Whom or what it was done to, by the name it had then. */
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
