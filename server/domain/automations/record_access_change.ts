import { type Fact, subjectOf } from "../activity/kinds.ts";
import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import type { WriteContext } from "../core/operation.ts";

/** One change to an automation or agent: history tells it, and because it is one of access, so does the audit. */
export async function recordAccessChange(
  context: WriteContext<Member>,
  { id, name }: { id: string; name: string },
  fact: Fact,
): Promise<void> {
  await recordActivity(context, id, fact);
  await audit(context, { ...fact, subject: { kind: subjectOf(fact.kind), id, name } });
}
