import { sql } from "kysely";
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
  await sql`
    insert into activity (id, workspace_id, subject_kind, subject_id, kind, actor_id, credential_id,
      door, data, created_at)
    values (${newId("act", now)}, ${actor.workspace.id}, ${subjectOf(kind)}, ${subjectId}, ${kind},
      ${actor.profile.id}, ${actor.credential.id}, ${actor.door}, ${JSON.stringify(data)},
      ${now.toISOString()})`.execute(tx);
}
