import { sql } from "kysely";
import { operation } from "../core/operation.ts";
import { locateSubject, requireUnarchived } from "./locate.ts";
import { placeFavorite } from "./place.ts";
import { FavoriteInput, FavoritePlace } from "./schema.ts";

/**
 * Pins a record for the actor alone, above all others or at a place among those that they see; one that is pinned
 * goes there. Without a place, twice is once.
 * @throws Forbidden with anything but a signed-in session; NotFound; Conflict when it is archived
 */
export const addFavorite = operation({
  name: "favorites.add",
  scope: null,
  input: FavoritePlace,
  async run(context, { kind, id, position }): Promise<void> {
    const { tx, actor, now } = context;
    const subject = await locateSubject(context, kind, id);
    requireUnarchived(kind, subject);
    await tx.insertInto("favorites").values({
      profile_id: actor.profile.id,
      kind,
      subject_id: subject.id,
      created_at: now.toISOString(),
      position: sql`(select coalesce(max(position), 0) + 1 from favorites
        where profile_id = ${actor.profile.id})`,
    }).onConflict((c) => c.doNothing()).execute();
    if (position !== undefined) await placeFavorite(context, subject.id, position);
  },
});

/** Unpins a record; one that isn't pinned stays so. @throws Forbidden as above; NotFound */
export const removeFavorite = operation({
  name: "favorites.remove",
  scope: null,
  input: FavoriteInput,
  async run(context, { kind, id }): Promise<void> {
    const { tx, actor } = context;
    const subject = await locateSubject(context, kind, id);
    await tx.deleteFrom("favorites").where("profile_id", "=", actor.profile.id)
      .where("kind", "=", kind).where("subject_id", "=", subject.id).execute();
  },
});
