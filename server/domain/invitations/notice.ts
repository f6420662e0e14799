import type { Member } from "../core/actor.ts";
import { notify } from "../reactions/notify.ts";
import { archiveSubject } from "../reactions/archive_subject.ts";
import type { Db } from "../core/operation.ts";

/** Puts an invitation into the inbox of the account that its address has, in whichever workspace they look at it. */
export async function noticeInvitation(
  tx: Db,
  actor: Member,
  now: Date,
  invitationId: string,
  userId: string,
): Promise<void> {
  await notify(tx, now, {
    workspaceId: actor.workspace.id,
    recipientIds: [userId],
    kind: "invitation",
    subject: { kind: "invitation", id: invitationId },
    actorId: actor.profile.id,
    data: { title: actor.workspace.name },
  });
}

/** Takes an invitation that waits for no answer any more out of its inbox. */
export async function archiveInvitationNotice(
  tx: Db,
  now: Date,
  invitation: { id: string; email: string },
): Promise<void> {
  const user = await tx.selectFrom("users").select("id")
    .where("email", "=", invitation.email).executeTakeFirst();
  if (user) await archiveSubject(tx, now, user.id, invitation.id);
}
