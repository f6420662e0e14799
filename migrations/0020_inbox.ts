import { type Kysely, sql } from "kysely";

/** Why an entry of an inbox is there, and until when somebody put it off. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Gives the entries of one workspace their reasons. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function upWorkspace(db: Kysely<any>, id: string): Promise<void> {
  await sql`update notifications set reason = kind where workspace_id = ${id}`.execute(db);
}

/** Since when an entry stands in its inbox, or from when on it will. */
const shownAt = "coalesce(snoozed_until, created_at)";

const statements = [
  // The kind that matters most among what an entry stands for
  "alter table notifications add column reason text not null default ''",
  "update notifications set reason = kind",
  "alter table notifications add column snoozed_until text",

  "drop index notifications_in_inbox",
  "drop index notifications_unread",
  "drop index notifications_archived",
  `create index notifications_in_inbox on notifications (recipient_id, ${shownAt}, id)
    where latest = 1 and archived_at is null`,
  `create index notifications_unread on notifications (recipient_id, ${shownAt}, id)
    where latest = 1 and archived_at is null and read_at is null`,
  `create index notifications_archived on notifications (recipient_id, ${shownAt}, id)
    where latest = 1 and archived_at is not null`,
  // The same for one reason
  `create index notifications_in_inbox_by_reason
    on notifications (recipient_id, reason, ${shownAt}, id)
    where latest = 1 and archived_at is null`,
  `create index notifications_unread_by_reason
    on notifications (recipient_id, reason, ${shownAt}, id)
    where latest = 1 and archived_at is null and read_at is null`,
  `create index notifications_archived_by_reason
    on notifications (recipient_id, reason, ${shownAt}, id)
    where latest = 1 and archived_at is not null`,
  // What was read in one act is found again by its moment
  `create index notifications_by_reading on notifications (recipient_id, read_at)
    where read_at is not null`,
];
