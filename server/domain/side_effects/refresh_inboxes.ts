import { sql } from "kysely";
import type { Db, WriteContext } from "../core/operation.ts";

/**
 * Has open pages show an inbox anew. Whatever writes to notifications says so: once a transaction, however many rows
 * it wrote.
 * @param recipientId whose notifications they are, as `deliverNotification` was given it
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
