import { sql } from "kysely";
import type { Db, WriteContext } from "../core/operation.ts";

/**
 * Refreshes a recipient's open inbox pages. Every write to notifications calls this. It takes effect once per
 * transaction, for any number of rows.
 * @param recipientId the recipient, as in `deliverNotification`
 */
export function refreshInbox({ beforeCommit }: WriteContext, recipientId: string): void {
  beforeCommit(refreshInboxes, recipientId);
}

async function refreshInboxes(tx: Db, recipientIds: string[]): Promise<void> {
  await sql`insert into news (seq, topic)
    select (select ifnull(max(seq), 0) from news) + key + 1, 'inbox:' || value
    from json_each(${JSON.stringify(recipientIds)}) where true
    on conflict (topic) do update set seq = excluded.seq`.execute(tx);
}
