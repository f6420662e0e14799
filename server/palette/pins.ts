import type { FavoriteKind } from "../domain/favorites/schema.ts";
import type { Member } from "../domain/core/actor.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** Returns whether a record is one of the actor's favorites. */
export async function isPinned(
  { db, actor }: ReadContext<Member>,
  kind: FavoriteKind,
  id: string,
): Promise<boolean> {
  const pinned = await db.selectFrom("favorites").select("subject_id")
    .where("profile_id", "=", actor.profile.id).where("kind", "=", kind)
    .where("subject_id", "=", id).executeTakeFirst();
  return pinned !== undefined;
}
