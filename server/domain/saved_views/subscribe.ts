import { z } from "zod";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { requireRoomForSubscription } from "./limits.ts";
import { readView, type VersionedView } from "./read.ts";

const input = z.strictObject({ viewId: keys.view });

/** Subscribes the actor to a view. Repeating this changes nothing. @throws NotFound; Conflict with too many subscriptions */
export const subscribeToView = operation({
  name: "views.subscribe",
  scope: null,
  input,
  async run(context, { viewId }): Promise<VersionedView> {
    const { tx, actor, now } = context;
    const { id } = await readView(context, viewId);
    await requireRoomForSubscription(context, id);
    await tx.insertInto("view_subscriptions")
      .values({ view_id: id, profile_id: actor.profile.id, created_at: now.toISOString() })
      .onConflict((c) => c.doNothing()).execute();
    return await readView(context, id);
  },
});

/** Unsubscribes the actor from a view. @throws NotFound */
export const unsubscribeFromView = operation({
  name: "views.unsubscribe",
  scope: null,
  input,
  async run(context, { viewId }): Promise<VersionedView> {
    const { tx, actor } = context;
    const { id } = await readView(context, viewId);
    await tx.deleteFrom("view_subscriptions").where("view_id", "=", id)
      .where("profile_id", "=", actor.profile.id).execute();
    return await readView(context, id);
  },
});
