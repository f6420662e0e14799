import type { Member } from "../actor.ts";
import { whoSee } from "../inbox/audience.ts";
import { notify } from "../inbox/notify.ts";
import type { Db } from "../operation.ts";
import type { View } from "./schema.ts";

/** Tells those who subscribed to a view, and still see it, that it was changed. */
export async function tellOfView(tx: Db, actor: Member, now: Date, view: View): Promise<void> {
  const subscribers = await tx.selectFrom("view_subscriptions as s")
    .innerJoin("profiles as p", "p.id", "s.profile_id").select("s.profile_id")
    .where("s.view_id", "=", view.id).where("p.removed_at", "is", null).execute();
  const ids = subscribers.map((row) => row.profile_id)
    .filter((id) => view.scope !== "personal" || id === view.ownerId);
  await notify(tx, now, {
    workspaceId: actor.workspace.id,
    recipientIds: view.teamId ? await whoSee(tx, view.teamId, ids) : ids,
    kind: "viewUpdate",
    subject: { kind: `${view.kind}View`, id: view.id },
    actorId: actor.profile.id,
    data: { title: view.name },
  });
}
