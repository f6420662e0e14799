import type { Member } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { isInvitationMailed } from "./channels.ts";

/**
 * Adds an invitation to the outbox, to be emailed immediately, and replaces an unsent email about it. The email
 * contains no secret. Accepting proves that the person reads emails at that address.
 * @param user the address's account, which might have unsubscribed
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

/** Removes an invitation's email from the outbox, unless it is already being sent. */
export async function withdrawInvitationMail(
  { tx }: WriteContext,
  invitationId: string,
): Promise<void> {
  await tx.deleteFrom("outbox").where("recipient_id", "=", invitationId)
    .where("mail_id", "is", null).execute();
}
