import type { Member } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { type Fact, subjectOf } from "./kinds.ts";

/**
 * Writes one activity row: who, with which credential, through which door, when. The timeline reads it, and
 * whatever else wants to know what happened. Names stand beside ids, so that history reads true after a rename.
 * @param subjectId of what the fact's kind is about
 */
export async function recordActivity(
  { tx, actor, now }: WriteContext<Member>,
  subjectId: string,
  { kind, data = {} }: Fact,
): Promise<void> {
  await tx.insertInto("activity").values({
    id: newId("act", now),
    workspace_id: actor.workspace.id,
    subject_kind: subjectOf(kind),
    subject_id: subjectId,
    kind,
    actor_id: actor.profile.id,
    credential_id: actor.credential.id,
    door: actor.door,
    data: JSON.stringify(data),
    created_at: now.toISOString(),
  }).execute();
}
