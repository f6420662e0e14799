import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Principal } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { noLongerOpen } from "./pending.ts";
import { noSuchInvitation } from "./record.ts";

/** An invitation as accepting and declining need it. */
export type OwnInvitationRow = Pick<
  Selectable<Tables["invitations"]>,
  "id" | "workspace_id" | "email" | "role" | "status" | "expires_at"
>;

/** An invitation that was sent to the actor's own address. @throws NotFound for anybody else's */
export async function locateOwn(
  { db, actor }: ReadContext<Principal>,
  id: string,
): Promise<OwnInvitationRow> {
  const found = await db.selectFrom("invitations")
    .select(["id", "workspace_id", "email", "role", "status", "expires_at"])
    .where("id", "=", id).where("email", "=", actor.email).executeTakeFirst();
  if (!found) throw noSuchInvitation(id);
  return found;
}

/** @throws Conflict unless the invitation still waits for an answer */
export function requireOpen(invitation: OwnInvitationRow, now: Date): void {
  if (invitation.status !== "pending") throw noLongerOpen(invitation.status);
  if (invitation.expires_at <= now.toISOString()) throw noLongerOpen("expired");
}
