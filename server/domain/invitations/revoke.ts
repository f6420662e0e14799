import { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import { audit } from "../audit/write.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import type { Json } from "../core/json.ts";
import { closeInvitation } from "./notifications.ts";
import { locatePending } from "./pending.ts";
import { readInvitation } from "./record.ts";
import type { Invitation } from "./schema.ts";

/**
 * Revokes an invitation. It stays in the list as revoked.
 * @throws NotFound; Forbidden unless a manager; Conflict if it was already answered or revoked
 */
export const revokeInvitation = operation({
  name: "invitations.revoke",
  scope: "workspace.manage",
  input: z.strictObject({ invitationId: keys.invitation }),
  async run(context, { invitationId }): Promise<Json<Invitation>> {
    const { tx, actor, now } = context;
    requireManager(actor, "revoke invitations");
    const invitation = await locatePending(context, invitationId);
    await tx.updateTable("invitations")
      .set({ status: "revoked", answered_at: now.toISOString() })
      .where("id", "=", invitation.id).execute();
    await closeInvitation(context, invitation);
    const subject = { kind: "invitation", id: invitation.id } as const;
    const data = { to: invitation.email };
    await recordActivity(context, invitation.id, { kind: "invitation.revoked", data });
    await audit(context, {
      kind: "invitation.revoked",
      subject: { ...subject, name: invitation.email },
    });
    return await readInvitation(context, invitation.id);
  },
});
