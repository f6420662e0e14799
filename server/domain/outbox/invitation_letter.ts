import { sql } from "kysely";
import type { Services } from "../core/operation.ts";
import { addressKey, unsubscribeToken } from "../core/unsubscribe_token.ts";
import { channelOf, isUnmailed } from "../side_effects/channels.ts";
import type { ClaimedMail } from "./claim.ts";

/** The data of an invitation's email. */
export interface InvitationLetter {
  id: string;
  to: string;
  inviter: string;
  /** The person who resent it last, if it was someone else. */
  sentAgainBy: string | null;
  workspace: string;
  /** Whether the address already has an account, so that the email says "sign in" instead of "sign up". */
  hasAccount: boolean;
  /** The token for unsubscribing without signing in. */
  unsubscribeToken: string;
}

/**
 * Returns the current content of an invitation's email.
 * @returns null if nobody can accept it anymore, or the recipient has unsubscribed
 */
export async function readInvitationLetter(
  services: Services,
  { id, recipientId }: ClaimedMail,
): Promise<InvitationLetter | null> {
  const { database, clock } = services;
  const { rows } = await sql<Row>`
    select i.email as "to", inviter.name as inviter, w.name as workspace,
      nullif((select again.name from activity a join profiles again on again.id = a.actor_id
        where a.subject_id = i.id and a.kind = 'invitation.resent'
        order by a.seq desc limit 1), inviter.name) as sentAgainBy,
      u.id as userId
    from invitations i
    join profiles inviter on inviter.id = i.invited_by
    join workspaces w on w.id = i.workspace_id
    left join users u on u.email = i.email
    where i.id = ${recipientId} and i.status = 'pending'
      and i.expires_at > ${clock().toISOString()}
      and (u.id is null or ${channelOf("u", "invitation")} = 'mail')`.execute(database.read);
  if (!rows[0]) return null;
  const { userId, ...said } = rows[0];
  const context = { actor: undefined, db: database.read, now: clock(), services };
  const of = userId ?? await addressKey(context, said.to);
  if (userId === null && await isUnmailed(context, of)) return null;
  const token = await unsubscribeToken(context, of);
  return { id, ...said, hasAccount: userId !== null, unsubscribeToken: token };
}

type Row = Omit<InvitationLetter, "id" | "hasAccount" | "unsubscribeToken"> & {
  userId: string | null;
};
