import type { Member } from "../core/actor.ts";
import { deliverNotification } from "../side_effects/deliver_notifications.ts";
import type { WriteContext } from "../core/operation.ts";
import type { View } from "./schema.ts";
import { readSubscribers } from "../side_effects/view_subscribers.ts";

/** Notifies subscribers who can still see a view that it was changed. */
export async function notifyOfView(
  context: WriteContext<Member>,
  view: Pick<View, "id" | "kind">,
): Promise<void> {
  const { actor } = context;
  const readers = (await readSubscribers(context, [view.id])).get(view.id)!;
  await deliverNotification(context, {
    workspaceId: actor.workspace.id,
    recipientIds: readers.map(({ id }) => id),
    kind: "viewUpdate",
    subject: { kind: `${view.kind}View`, id: view.id },
    actorId: actor.profile.id,
  });
}
