import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { noSuchInvitation } from "./record.ts";

/** Returns whether an address has a pending invitation to any workspace. */
export async function isInvited({ db, now }: ReadContext, email: string): Promise<boolean> {
  const found = await db.selectFrom("invitations").select("id")
    .where("email", "=", email).where("status", "=", "pending")
    .where("expires_at", ">", now.toISOString()).limit(1).executeTakeFirst();
  return found !== undefined;
}

/**
 * Returns an unanswered invitation of the actor's workspace, including expired ones, which can be resent or revoked.
 * @throws NotFound; Conflict if it was answered, revoked or replaced
 */
export async function locatePending({ db, actor }: ReadContext<Member>, id: string) {
  const found = await db.selectFrom("invitations").selectAll()
    .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  if (!found) throw noSuchInvitation(id);
  if (found.status === "pending") return found;
  throw noLongerOpen(found.status);
}

export function noLongerOpen(status: string): Conflict {
  return new Conflict(`This invitation is ${status}, so it no longer works.`, {
    code: `invitation_${status}`,
    hint: "Ask for a new invitation.",
  });
}
