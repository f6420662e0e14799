import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Principal } from "../core/actor.ts";
import { findOnlyByName } from "../core/called.ts";
import type { ReadContext } from "../core/operation.ts";
import { noLongerOpen } from "./pending.ts";
import { noSuchInvitation } from "./record.ts";

/** An invitation, with the data for accepting and declining. */
export type OwnInvitationRow = Pick<
  Selectable<Tables["invitations"]>,
  "id" | "workspace_id" | "email" | "role" | "status" | "expires_at"
>;

/**
 * Returns an invitation to the actor's own address.
 * @param word its ID, or the workspace's name
 * @throws NotFound for other people's invitations, and if several workspaces have the name
 */
export async function locateOwn(
  context: ReadContext<Principal>,
  word: string,
): Promise<OwnInvitationRow> {
  const { db, actor } = context;
  const id = word.startsWith("inv_") ? word : await waitingFrom(context, word) ?? word;
  const found = await db.selectFrom("invitations")
    .select(["id", "workspace_id", "email", "role", "status", "expires_at"])
    .where("id", "=", id).where("email", "=", actor.email).executeTakeFirst();
  if (!found) throw noSuchInvitation(id);
  return found;
}

async function waitingFrom({ db, actor }: ReadContext<Principal>, workspace: string) {
  const waiting = await db.selectFrom("invitations as i")
    .innerJoin("workspaces as w", "w.id", "i.workspace_id").select(["i.id", "w.name"])
    .where("i.email", "=", actor.email).where("i.status", "=", "pending").execute();
  return findOnlyByName(workspace, waiting, ({ id }) => id)?.id;
}

/** @throws Conflict unless the invitation is unanswered */
export function requireOpen(invitation: OwnInvitationRow, now: Date): void {
  if (invitation.status !== "pending") throw noLongerOpen(invitation.status);
  if (invitation.expires_at <= now.toISOString()) throw noLongerOpen("expired");
}
