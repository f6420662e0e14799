import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { type Fact, subjectOf } from "./kinds.ts";

/**
 * The values that undo a change: each field's old and new value, as in a patch. For parts of a task such as comments,
 * see `undoOf`.
 */
export type Undo = Readonly<Record<string, readonly [was: unknown, became: unknown]>>;

/** Parts of a task besides its fields that can be undone. */
export type UndoPart = "comment" | "resource" | "relation" | "approval";

/** Returns the undo values of a change to a part of a task: the old and the new state, or null if it doesn't exist. */
export function undoOf(part: UndoPart, id: string, was: unknown, became: unknown): Undo {
  return { [`${part}:${id}`]: [was, became] };
}

/**
 * Writes one activity entry with its actor, credential, interface, and time. Names are stored beside IDs, so that the
 * entry stays true after a rename.
 * @param subjectId the ID of the event's subject
 * @param undo the undo values, if the event can be undone together with its act
 */
export async function recordActivity(
  { tx, actor, now, act }: WriteContext<Member>,
  subjectId: string,
  { kind, data = {} }: Fact,
  undo?: Undo,
): Promise<void> {
  const id = newId("act", now);
  act.id ??= undo && id;
  await sql`
    insert into activity (id, workspace_id, subject_kind, subject_id, kind, actor_id, credential_id,
      interface, data, created_at, act_id, undo)
    values (${id}, ${actor.workspace.id}, ${subjectOf(kind)}, ${subjectId}, ${kind},
      ${actor.profile.id}, ${actor.credential.id}, ${actor.interface}, ${JSON.stringify(data)},
      ${now.toISOString()}, ${undo ? act.id : null}, ${undo ? JSON.stringify(undo) : null})`
    .execute(tx);
}
