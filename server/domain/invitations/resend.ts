import { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import { audit } from "../audit/write.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { requireManager, requireSession } from "../core/permission.ts";
import { requireOwner } from "../members/owners.ts";
import type { Json } from "../core/json.ts";
import { queueInvitationMail } from "../side_effects/invitation_mail.ts";
import { requireCooledDown, requireFewResent } from "./sending_limits.ts";
import { locatePending } from "./pending.ts";
import { requireReachable } from "./require_reachable.ts";
import { HOLDS_MS, readInvitation } from "./record.ts";
import type { Invitation } from "./schema.ts";

/**
 * Resends an invitation, which is then valid for another 14 days, even if it had expired. This requires the same
 * permissions as inviting.
 * @throws NotFound; Forbidden unless a manager, and an owner for an owner; Conflict if it was answered or revoked;
 * TooMany within a minute of its last email, or if it was resent five times within a day; Invalid if the address has no
 * account and sign-up is closed
 */
export const resendInvitation = operation({
  name: "invitations.resend",
  scope: "workspace.manage",
  input: z.strictObject({ invitationId: keys.invitation }),
  async run(
    context,
    { invitationId },
  ): Promise<Json<Invitation>> {
    const { tx, actor, now, services } = context;
    requireManager(actor, "send invitations");
    const invitation = await locatePending(context, invitationId);
    if (invitation.role === "owner") requireOwner(actor);
    if (invitation.role !== "member") requireSession(actor);
    requireCooledDown(invitation.sent_at, now);
    await requireFewResent(context, invitation.id);
    const user = await requireReachable(context, services, invitation.email);
    await tx.updateTable("invitations").set({
      sent_at: now.toISOString(),
      expires_at: new Date(now.getTime() + HOLDS_MS).toISOString(),
    }).where("id", "=", invitation.id).execute();
    const subject = { kind: "invitation", id: invitation.id } as const;
    const data = { to: invitation.email };
    await recordActivity(context, invitation.id, { kind: "invitation.resent", data });
    await audit(context, {
      kind: "invitation.resent",
      subject: { ...subject, name: invitation.email },
    });
    await queueInvitationMail(context, invitation, user);
    return await readInvitation(context, invitation.id);
  },
});
