import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../actor.ts";
import { cutPage, readCursor } from "../cursor.ts";
import { type Db, query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { recipients, standsIn, stillSeen } from "./own.ts";
import { entryJoinsFor, entryJson } from "./record.ts";
import { InboxList, type Notification } from "./schema.ts";

/** One page of an inbox as JSON text, and the cursor of the next, null on the last. */
export interface InboxPage {
  notifications: Json<Notification[]>;
  nextCursor: string | null;
}

/**
 * One's own inbox, newest first: one entry a subject. What was archived is left out, or with `archived` is all there is.
 * A task that one may no longer see is gone from it, and so is a view.
 */
export const listInbox = query({
  name: "inbox.list",
  scope: "tasks.read",
  input: InboxList,
  async run({ db, actor, services }, { unread, archived, limit, cursor }): Promise<InboxPage> {
    const place = archived ? "archive" : unread ? "unread" : "inbox";
    const more = archived && unread ? sql`and n.read_at is null` : sql``;
    const after = cursor ? sql`and n.id < ${readCursor("inbox", cursor)}` : sql``;
    // One index walk a recipient: an `in` over both would have to sort the whole inbox.
    const own = recipients(actor).map((id) =>
      sql`
      select id from (select n.id from notifications n
        where n.recipient_id = ${id} and ${standsIn(place)} ${more} ${after} ${stillSeen(actor)}
        order by n.id desc limit ${limit + 1})`
    );
    const { rows } = await sql<{ key: string; json: string }>`
      select n.id as key, ${entryJson(services.settings.origin)} as json
      from notifications n ${entryJoinsFor(actor)}
      where n.id in (${sql.join(own, sql` union all `)})
      order by n.id desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("inbox", rows, limit);
    return { notifications: json, nextCursor };
  },
});

/** How far unread entries are counted; that number means "at least". */
export const UNREAD_UP_TO = 100;

/** How many entries of one's own inbox are unread, up to a hundred. */
export const countInbox = query({
  name: "inbox.count",
  scope: "tasks.read",
  input: z.strictObject({}),
  run: ({ db, actor }) => countUnread(db, actor),
});

/** The same for whoever has the actor at hand: the sidebar shows it on every page. */
export async function countUnread(db: Db, actor: Member): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from notifications n
      where n.recipient_id in (${sql.join(recipients(actor))}) and ${standsIn("unread")}
        ${stillSeen(actor)}
      limit ${sql.lit(UNREAD_UP_TO)})`.execute(db);
  return rows[0]!.n;
}
