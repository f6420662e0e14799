import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";
import { tellInbox } from "./tell_inboxes.ts";

/**
 * Takes a subject that asks for nothing any more out of an inbox, into its archive: an invitation or a request for
 * approval that was answered or taken back.
 * @param recipientId as `deliverNotification` was given it
 */
export async function archiveSubject(
  context: WriteContext,
  recipientId: string,
  subjectId: string,
) {
  const { tx, now } = context;
  const at = now.toISOString();
  tellInbox(context, recipientId);
  await sql`
    update notifications set archived_at = ${at}, read_at = coalesce(read_at, ${at})
    where recipient_id = ${recipientId} and subject_id = ${subjectId}
      and archived_at is null`.execute(tx);
}
