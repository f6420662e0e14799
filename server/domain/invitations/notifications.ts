import type { Member } from "../core/actor.ts";
import { deliverNotification } from "../side_effects/deliver_notifications.ts";
import { archiveSubject } from "../side_effects/archive_subject.ts";
import { withdrawInvitationMail } from "../side_effects/invitation_mail.ts";
import type { WriteContext } from "../core/operation.ts";

/** Adds an invitation to the inbox of its address's account, if there is one. The inbox shows it in every workspace. */
export async function notifyOfInvitation(
  context: WriteContext<Member>,
  invitationId: string,
  userId: string,
): Promise<void> {
  const { actor } = context;
  await deliverNotification(context, {
    workspaceId: actor.workspace.id,
    recipientIds: [userId],
    kind: "invitation",
    subject: { kind: "invitation", id: invitationId },
    actorId: actor.profile.id,
    data: { title: actor.workspace.name },
  });
}

/** Removes an answered or revoked invitation from the inbox and the outbox. */
export async function closeInvitation(
  context: WriteContext,
  invitation: { id: string; email: string },
): Promise<void> {
  await withdrawInvitationMail(context, invitation.id);
  const user = await context.tx.selectFrom("users").select("id")
    .where("email", "=", invitation.email).executeTakeFirst();
  if (user) await archiveSubject(context, user.id, invitation.id);
}
