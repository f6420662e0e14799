import { z } from "zod";
import { auditOutsider } from "../audit/write.ts";
import { keys } from "../core/keys.ts";
import { principalOperation } from "../core/operation.ts";
import { closeInvitation } from "./notifications.ts";
import { locateOwn, requireOpen } from "./locate_own.ts";

/**
 * Declines an invitation to the actor's own address. Repeating this changes nothing.
 * @throws Forbidden without a signed-in session; NotFound for other people's invitations; Conflict if the invitation
 * was accepted, was revoked, or has expired
 */
export const declineInvitation = principalOperation({
  name: "invitations.decline",
  scope: null,
  input: z.strictObject({ invitationId: keys.invitation }),
  async run(context, { invitationId }): Promise<{ declined: true }> {
    const { tx, now } = context;
    const invitation = await locateOwn(context, invitationId);
    if (invitation.status === "declined") return { declined: true };
    requireOpen(invitation, now);
    await tx.updateTable("invitations")
      .set({ status: "declined", answered_at: now.toISOString() })
      .where("id", "=", invitation.id).execute();
    await closeInvitation(context, invitation);
    await auditOutsider(context, invitation.workspace_id, {
      kind: "invitation.declined",
      subject: { kind: "invitation", id: invitation.id, name: invitation.email },
    });
    return { declined: true };
  },
});
