import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";
import { refreshInbox } from "./refresh_inboxes.ts";

/**
 * Archives an inbox entry that needs no answer anymore: an invitation or approval request that was answered or undone.
 * @param recipientId as in `deliverNotification`
 */
export async function archiveSubject(
  context: WriteContext,
  recipientId: string,
  subjectId: string,
) {
  const { tx, now } = context;
  const at = now.toISOString();
  refreshInbox(context, recipientId);
  await sql`
    update notifications set archived_at = ${at}, read_at = coalesce(read_at, ${at})
    where recipient_id = ${recipientId} and subject_id = ${subjectId}
      and archived_at is null`.execute(tx);
}

/**
 * Archives a project's reminder in an inbox after an update, or if its reader is no longer responsible. Other
 * notifications of the entry stay.
 */
export async function archiveReminder(
  context: WriteContext,
  recipientId: string,
  projectId: string,
) {
  const { tx, now } = context;
  const at = now.toISOString();
  const own = sql`recipient_id = ${recipientId} and subject_id = ${projectId}`;
  const { rows } = await sql<{ id: string; latest: 0 | 1 }>`
    update notifications set archived_at = ${at}, read_at = coalesce(read_at, ${at})
    where ${own} and kind = 'reminder' and archived_at is null
    returning id, latest`.execute(tx);
  if (rows.length === 0) return;
  refreshInbox(context, recipientId);
  const shown = rows.find(({ latest }) => latest === 1);
  if (!shown) return;
  const left = await sql<{ id: string }>`
    select id from notifications where ${own} and kind <> 'reminder' and archived_at is null
    order by id desc limit 1`.execute(tx);
  if (!left.rows[0]) return;
  await sql`update notifications set latest = 0 where id = ${shown.id}`.execute(tx);
  await sql`update notifications set latest = 1 where id = ${left.rows[0].id}`.execute(tx);
}
