import { operation } from "../core/operation.ts";
import { locateSubject, requireUnarchived } from "./locate.ts";
import { FavoriteInput } from "./schema.ts";

/**
 * Pins a record for the actor alone. Twice is once, and keeps its place.
 * @throws Forbidden with anything but a signed-in session; NotFound; Conflict when it is archived
 */
export const addFavorite = operation({
  name: "favorites.add",
  scope: null,
  input: FavoriteInput,
  async run(context, { kind, id }): Promise<void> {
    const { tx, actor, now } = context;
    const subject = await locateSubject(context, kind, id);
    requireUnarchived(kind, subject);
    await tx.insertInto("favorites").values({
      profile_id: actor.profile.id,
      kind,
      subject_id: subject.id,
      created_at: now.toISOString(),
    }).onConflict((c) => c.doNothing()).execute();
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
