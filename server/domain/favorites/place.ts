import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { favoritesInOrder } from "./list.ts";

/**
 * Puts one of the actor's favorites at its place among those that they see. What they don't see at the moment keeps its
 * place among the others.
 * @param subjectId of a record that is pinned and seen
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
  // The highest stands first: those above the place make room by one each.
  const next = others[to];
  const place = next ? next.position + 1 : others.at(-1)!.position;
  const { tx, actor } = context;
  await tx.updateTable("favorites").set({ position: sql`position + 1` })
    .where("profile_id", "=", actor.profile.id).where("position", ">=", place).execute();
  await tx.updateTable("favorites").set({ position: place })
    .where("profile_id", "=", actor.profile.id).where("subject_id", "=", subjectId).execute();
}
