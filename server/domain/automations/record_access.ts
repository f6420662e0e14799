import { recordActivity } from "../activity/record.ts";
import type { Member } from "../core/actor.ts";
import { audit } from "../audit/record.ts";
import type { Db } from "../core/operation.ts";

/** One change to an automation or agent: history tells it, and because it is one of access, so does the audit. */
export async function recordAccess(
  tx: Db,
  actor: Member,
  now: Date,
  subject: { kind: "automation" | "agent"; id: string; name: string },
  change: { kind: string; from?: unknown; to?: unknown },
): Promise<void> {
  const kind = `${subject.kind}.${change.kind}` as const;
  const data = { from: change.from, to: change.to };
  await recordActivity(tx, actor, now, { subject, kind, data });
  await audit(tx, actor, now, { kind, subject, data });
}
