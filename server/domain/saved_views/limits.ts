import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/** Each write in the workspace looks through the views that people subscribe to. `RULES.md`, Lists and boards */
const MOST_VIEWS = 200;
const MOST_SUBSCRIPTIONS = 50;

/** @throws Conflict if the owner has the maximum number of views. Archived views don't count. */
export async function requireRoomForView(
  { db, actor }: ReadContext<Member>,
  ownerId: string,
): Promise<void> {
  const { own } = await db.selectFrom("views").select((e) => e.fn.countAll<number>().as("own"))
    .where("workspace_id", "=", actor.workspace.id).where("owner_id", "=", ownerId)
    .where("archived_at", "is", null).executeTakeFirstOrThrow();
  if (own < MOST_VIEWS) return;
  const message = ownerId === actor.profile.id
    ? `You already have ${MOST_VIEWS} saved views.`
    : `This view's owner already has ${MOST_VIEWS} saved views.`;
  throw new Conflict(message, {
    code: "too_many_views",
    hint: "Archive a saved view that is no longer used, then try again.",
  });
}

/** @throws Conflict if the actor has the maximum number of other subscriptions. Archived views don't count. */
export async function requireRoomForSubscription(
  { db, actor }: ReadContext<Member>,
  viewId: string,
): Promise<void> {
  const { rows } = await sql<{ others: number }>`
    select count(*) as others from views v
      join view_subscriptions s on s.view_id = v.id and s.profile_id = ${actor.profile.id}
    where v.workspace_id = ${actor.workspace.id} and v.id <> ${viewId}
      and v.archived_at is null and v.subscribers > 0`.execute(db);
  if (rows[0]!.others < MOST_SUBSCRIPTIONS) return;
  throw new Conflict(`You already subscribe to ${MOST_SUBSCRIPTIONS} saved views.`, {
    code: "too_many_subscriptions",
    hint: "Unsubscribe from another saved view, then try again.",
  });
}

/** Unsubscribes the people from a restored view who already have the maximum number of other subscriptions. */
export async function dropSurplusSubscriptions(
  { tx, actor }: WriteContext<Member>,
  viewId: string,
): Promise<void> {
  await sql`
    delete from view_subscriptions where view_id = ${viewId} and profile_id in (
      select s.profile_id from views v join view_subscriptions s on s.view_id = v.id
      where v.workspace_id = ${actor.workspace.id} and v.id <> ${viewId}
        and v.archived_at is null and v.subscribers > 0
      group by s.profile_id having count(*) >= ${MOST_SUBSCRIPTIONS})`.execute(tx);
}
