import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";

/**
 * Returns whether undoing an entry redoes a change that the entry undid. An undo's entries have the time of the undo.
 * Undoing a redo isn't a redo.
 */
export async function isRedo({ db }: ReadContext<Member>, seq: number): Promise<boolean> {
  const entry = await db.selectFrom("activity").select(["subject_id", "actor_id", "created_at"])
    .where("seq", "=", seq).executeTakeFirstOrThrow();
  const undone = await db.selectFrom("activity").select(["created_at", "undone_at"])
    .where("subject_id", "=", entry.subject_id).where("actor_id", "=", entry.actor_id)
    .where("undone_at", "is not", null).where("seq", "<", seq).orderBy("seq").execute();
  const undos = new Map<string | null, boolean>();
  for (const { created_at, undone_at } of undone) {
    if (undone_at !== created_at) undos.set(undone_at, undos.get(created_at) !== true);
  }
  return undos.get(entry.created_at) === true;
}
