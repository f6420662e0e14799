import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";

/**
 * Takes a subject that asks for nothing any more out of an inbox, into its archive: an invitation or a request for
 * approval that was answered or taken back.
 * @param recipientId as `deliverNotification` was given it
 */
export async function archiveSubject(
  { tx, now }: WriteContext,
  recipientId: string,
  subjectId: string,
) {
  const at = now.toISOString();
  await sql`
    update notifications set archived_at = ${at}, read_at = coalesce(read_at, ${at})
    where recipient_id = ${recipientId} and subject_id = ${subjectId}
      and archived_at is null`.execute(tx);
}
