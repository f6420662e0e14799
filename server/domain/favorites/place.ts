import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { favoritesInOrder } from "./list.ts";

/**
 * Moves one of the actor's favorites to a position among visible ones. Hidden ones keep their place among the others.
 * @param subjectId the ID of a visible favorite
 * @param position from 0; past the end means last
 */
export async function placeFavorite(
  context: WriteContext<Member>,
  subjectId: string,
  position: number,
): Promise<void> {
  const all = await favoritesInOrder(context);
  const from = all.findIndex(({ id }) => id === subjectId);
  const others = all.toSpliced(from, 1);
  const to = Math.min(position, others.length);
  if (to === from) return;
  // The highest comes first, so those above the position move up by one.
  const next = others[to];
  const place = next ? next.position + 1 : others.at(-1)!.position;
  const { tx, actor } = context;
  await tx.updateTable("favorites").set({ position: sql`position + 1` })
    .where("profile_id", "=", actor.profile.id).where("position", ">=", place).execute();
  await tx.updateTable("favorites").set({ position: place })
    .where("profile_id", "=", actor.profile.id).where("subject_id", "=", subjectId).execute();
}
