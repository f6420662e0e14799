import { type Fact, subjectOf } from "../activity/kinds.ts";
import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import type { WriteContext } from "../core/operation.ts";

/** Records a change to an automation or agent in activity, and in the audit log, because it changes access. */
export async function recordAccessChange(
  context: WriteContext<Member>,
  { id, name }: { id: string; name: string },
  fact: Fact,
): Promise<void> {
  await recordActivity(context, id, fact);
  await audit(context, { ...fact, subject: { kind: subjectOf(fact.kind), id, name } });
}
