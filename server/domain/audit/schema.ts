import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { key } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { ProfileRef } from "../refs/schema.ts";

/** One security-relevant act, as managers read it. */
export const AuditEntry = z.strictObject({
  id: z.string(),
  /** `member.role_changed`, `session.opened`, … */
  kind: z.string(),
  /** Who did it; null where nobody known did, as with wrong codes. */
  actor: ProfileRef.nullable(),
  /** What they showed to be let in. */
  credential: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  door: z.enum(["web", "api", "cli", "system"]),
  address: z.string().nullable(),
  /** Whom or what it was done to, by the name it had then. */
  subject: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }).nullable(),
  data: z.record(z.string(), z.unknown()),
  createdAt: responseFields.time,
});
export type AuditEntry = z.output<typeof AuditEntry>;

/** `GET …/audit`. */
export const AuditList = z.strictObject({
  kind: key.optional().describe("Only acts of this kind, such as `member.role_changed`."),
  actorId: keys.actor.optional(),
  ...pageFields,
});
