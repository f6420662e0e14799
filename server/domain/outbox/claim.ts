import { sql } from "kysely";
import { newId } from "../core/ids.ts";
import type { ReadContext, Services } from "../core/operation.ts";

const MINUTE = 60_000;
/** The time without news about a person before an email is sent, and the maximum wait. */
const QUIET_MS = 3 * MINUTE;
const PATIENCE_MS = 15 * MINUTE;

/** The content of an email that this process has claimed. */
export interface ClaimedMail {
  id: string;
  workspaceId: string;
  /** The profile of the recipient, or the invitation. */
  recipientId: string;
  isInvitation: boolean;
  /** The notifications of a profile. */
  notificationIds: string[];
}

/** Returns whether an email is due. */
export async function isMailDue(context: ReadContext): Promise<boolean> {
  return await nextDue(context) !== undefined;
}

/**
 * Claims the next due email in one write, so that only one process sends it.
 * @returns null if nothing is due
 */
export async function claimMail(services: Services): Promise<ClaimedMail | null> {
  const now = services.clock();
  return await services.database.write(async (tx) => {
    const due = await nextDue({ actor: undefined, db: tx, now, services });
    if (!due) return null;
    const id = newId("mail", now);
    const { rows } = await sql<{ id: string }>`
      update outbox set mail_id = ${id}, claimed_at = ${now.toISOString()}
      where recipient_id = ${due.recipient_id} and mail_id is null returning id`.execute(tx);
    return {
      id,
      workspaceId: due.workspace_id,
      recipientId: due.recipient_id,
      isInvitation: due.invites === 1,
      notificationIds: rows.map((row) => row.id),
    };
  });
}

/**
 * Returns the recipient of the next email: the longest waiting one whose news are quiet or have waited long enough.
 * Invitations don't wait.
 */
async function nextDue({ db, now }: ReadContext) {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const { rows } = await sql<{ recipient_id: string; workspace_id: string; invites: 0 | 1 }>`
    select recipient_id, min(workspace_id) as workspace_id, max(kind = 'invitation') as invites
    from outbox where mail_id is null
    group by recipient_id
    having (invites or max(queued_at) <= ${before(QUIET_MS)} or min(queued_at) <= ${
    before(PATIENCE_MS)
  })
      and coalesce(max(retry_at), '') <= ${now.toISOString()}
    order by min(queued_at) limit 1`.execute(db);
  return rows[0];
}
