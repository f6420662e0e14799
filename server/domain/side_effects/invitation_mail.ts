import type { Member } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { isInvitationMailed } from "./channels.ts";

/**
 * Puts an invitation into the outbox, to be mailed at once; in place of the mail about it that hasn't gone yet. It holds
 * no secret: who accepts it shows that they read the mail of its address.
 * @param user the account that its address has; whoever reads its mails may have chosen to get none
 */
export async function queueInvitationMail(
  context: WriteContext<Member>,
  { id: invitationId, email }: { id: string; email: string },
  user: { id: string } | undefined,
): Promise<void> {
  const { tx, actor, now, services, afterCommit } = context;
  await withdrawInvitationMail(context, invitationId);
  if (!await isInvitationMailed(context, email, user)) return;
  await tx.insertInto("outbox").values({
    id: newId("mail", now),
    workspace_id: actor.workspace.id,
    recipient_id: invitationId,
    kind: "invitation",
    queued_at: now.toISOString(),
  }).execute();
  afterCommit(() => services.mailer.due());
}

/** Takes the mail about an invitation back, unless it is on its way already. */
export async function withdrawInvitationMail(
  { tx }: WriteContext,
  invitationId: string,
): Promise<void> {
  await tx.deleteFrom("outbox").where("recipient_id", "=", invitationId)
    .where("mail_id", "is", null).execute();
}
