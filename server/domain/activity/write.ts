import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { type Fact, subjectOf } from "./kinds.ts";

/**
 * What takes a change back: each field's value before and after it, as a patch would name them; of what stands beside a
 * record, such as its comments, what `undoOf` says.
 */
export type Undo = Readonly<Record<string, readonly [was: unknown, became: unknown]>>;

/** What stands beside a task's own fields and can be undone. */
export type UndoPart = "comment" | "resource" | "relation" | "approval";

/** What takes a change of something beside a task's fields back: how it stood and stands, null where it isn't there. */
export function undoOf(part: UndoPart, id: string, was: unknown, became: unknown): Undo {
  return { [`${part}:${id}`]: [was, became] };
}

/**
 * Writes one activity row: who, with which credential, through which interface, when. The timeline reads it, and
 * whatever else wants to know what happened. Names stand beside ids, so that history reads true after a rename.
 * @param subjectId of what the fact's kind is about
 * @param undo where it can be undone, with all else that is recorded of the same act
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
