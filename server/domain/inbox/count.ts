import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type NotificationKind, notificationKinds } from "../vocabulary.ts";
import type { InboxCounts } from "./schema.ts";
import { isIn, type Place, recipients, stillSeen } from "./visible_entries.ts";

/** The maximum count of entries, which means "at least". */
export const UNREAD_UP_TO = 100;

/** Counts the unread entries of the actor's inbox, up to 100. */
export const countInbox = query({
  name: "inbox.count",
  scope: "tasks.read",
  input: z.strictObject({}),
  async run(context): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select ${counted(context, "inbox", sql``)} as n`.execute(context.db);
    return rows[0]!.n;
  },
});

/** Counts the unread entries of the actor's inbox by reason, and the snoozed ones, up to 100 each. */
export const countInboxParts = query({
  name: "inbox.counts",
  scope: "tasks.read",
  input: z.strictObject({}),
  async run(context): Promise<InboxCounts> {
    const columns = [
      sql`${counted(context, "inbox", sql``)} as unread`,
      sql`${counted(context, "snoozed", sql``)} as snoozed`,
      ...notificationKinds.map((kind) =>
        sql`${counted(context, "inbox", sql`and n.reason = ${kind}`)} as ${sql.ref(kind)}`
      ),
    ];
    const { rows } = await sql<Record<"unread" | "snoozed" | NotificationKind, number>>`
      select ${sql.join(columns)}`.execute(context.db);
    const { unread, snoozed, ...reasons } = rows[0]!;
    return { unread, snoozed, reasons };
  },
});

/** Counts entries. All snoozed ones count, because they return unread. */
function counted(
  { actor, now }: ReadContext<Member>,
  place: Place,
  more: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(select count(*) from (
    select 1 from notifications n
    where n.recipient_id in (${sql.join(recipients(actor))}) ${more}
      and ${isIn(place, now, place === "inbox")} ${stillSeen(actor)}
    limit ${sql.lit(UNREAD_UP_TO)}))`;
}
