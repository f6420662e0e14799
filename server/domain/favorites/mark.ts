import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { Json } from "../core/json.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { allOrNone } from "../tasks/all_or_none.ts";
import type { Task } from "../tasks/schema.ts";
import { readListed } from "../tasks/update_many.ts";
import { favoritesInOrder } from "./list.ts";
import { locateSubject, requireUnarchived } from "./locate.ts";
import { placeFavorite } from "./place.ts";
import { FavoriteInput, type FavoriteKind, FavoritePlace, FavoriteTasks } from "./schema.ts";

/**
 * Adds a favorite for the actor, first or at a position among visible ones. An existing favorite moves there. Without a
 * position, repeating this changes nothing.
 * @throws Forbidden without a signed-in session; NotFound; Conflict if the record is archived
 */
export const addFavorite = operation({
  name: "favorites.add",
  scope: null,
  input: FavoritePlace,
  async run(context, { kind, id, position }): Promise<void> {
    const subject = await locateSubject(context, kind, id);
    requireUnarchived(kind, subject);
    await pin(context, kind, subject.id);
    if (position !== undefined) await placeFavorite(context, subject.id, position);
  },
});

/** Adds a record above all other favorites, unless it is one already. */
async function pin(
  { tx, actor, now }: WriteContext<Member>,
  kind: FavoriteKind,
  subjectId: string,
): Promise<void> {
  await tx.insertInto("favorites").values({
    profile_id: actor.profile.id,
    kind,
    subject_id: subjectId,
    created_at: now.toISOString(),
    position: sql`(select coalesce(max(position), 0) + 1 from favorites
      where profile_id = ${actor.profile.id})`,
  }).onConflict((c) => c.doNothing()).execute();
}

async function unpin(
  { tx, actor }: WriteContext<Member>,
  kind: FavoriteKind,
  subjectId: string,
): Promise<void> {
  await tx.deleteFrom("favorites").where("profile_id", "=", actor.profile.id)
    .where("kind", "=", kind).where("subject_id", "=", subjectId).execute();
}

/** The tasks that a change of several favorites changed, with their current or former positions. */
export interface MarkedTasks {
  tasks: Json<Task[]>;
  positions: number[];
}

/**
 * Adds several tasks to the actor's favorites, first or at given positions, or removes them: all, or none if one is
 * refused.
 * @throws Forbidden without a signed-in session; NotFound; Conflict if an archived task would be added; each with the
 * indexes of refused tasks
 */
export const markFavoriteTasks = operation({
  name: "favorites.markTasks",
  scope: null,
  input: FavoriteTasks,
  async run(context, { taskIds, favorite, positions }): Promise<MarkedTasks> {
    const before = placesIn(await favoritesInOrder(context));
    const all = new Set<string>();
    const found = new Map<string, number>();
    await allOrNone(taskIds, async (taskId, place) => {
      const subject = await locateSubject(context, "task", taskId);
      if (favorite) requireUnarchived("task", subject);
      all.add(subject.id);
      if (before.has(subject.id) !== favorite || (favorite && positions)) {
        found.set(subject.id, place);
      }
    });
    const ids = [...found.keys()];
    // Each is added above the previous one
    for (const id of [...all].toReversed()) await (favorite ? pin : unpin)(context, "task", id);
    const placed = positions ? ids.map((id) => ({ id, to: positions[found.get(id)!] ?? 0 })) : [];
    // Placing a task moves those above its position up, so the lowest position goes first
    for (const { id, to } of placed.toSorted((a, b) => b.to - a.to)) {
      await placeFavorite(context, id, to);
    }
    const places = favorite ? placesIn(await favoritesInOrder(context)) : before;
    return {
      tasks: await readListed(context, ids),
      positions: ids.map((id) => places.get(id) ?? 0),
    };
  },
});

function placesIn(favorites: readonly { id: string }[]): Map<string, number> {
  return new Map(favorites.map(({ id }, place) => [id, place]));
}

/** Removes a favorite. Repeating this changes nothing. @throws Forbidden as above; NotFound */
export const removeFavorite = operation({
  name: "favorites.remove",
  scope: null,
  input: FavoriteInput,
  async run(context, { kind, id }): Promise<void> {
    const subject = await locateSubject(context, kind, id);
    await unpin(context, kind, subject.id);
  },
});
