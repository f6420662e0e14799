import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { afterCursor, type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { type ReadCache, rememberedRead } from "../core/remembered_reads.ts";
import { isIn, recipients, stillSeen } from "./visible_entries.ts";
import { entryJoinsFor, inboxEntryJson } from "./record.ts";
import { InboxList, type Notification } from "./schema.ts";

const newestFirst: ListOrder = { list: "inbox", by: ["n.id"], descending: true };

const cache: ReadCache = { name: "inboxes", most: 50 };

/**
 * One's own inbox, newest first: one entry a subject. What was archived is left out, or with `archived` is all there is.
 * A task that one may no longer see is gone from it, and so is a view. Whoever asks again and again, as clients do, is
 * given the same until anything is committed.
 */
export const listInbox = query({
  name: "inbox.list",
  scope: "tasks.read",
  input: InboxList,
  async run(context, asked): Promise<ListPage<Notification>> {
    const { actor, db, services } = context;
    const read = () => readInbox(context, asked);
    // What a write has done is nobody else's yet
    if (db !== services.database.read) return await read();
    return await rememberedRead(services, actor, { cache, what: [asked] }, read);
  },
});

async function readInbox(
  context: ReadContext<Member>,
  { unread, archived, ...page }: z.output<typeof InboxList>,
): Promise<ListPage<Notification>> {
  const { actor, services } = context;
  const place = archived ? "archive" : unread ? "unread" : "inbox";
  const more = archived && unread ? sql`and n.read_at is null` : sql``;
  const after = page.cursor ? sql`and ${afterCursor(newestFirst, page.cursor)}` : sql``;
  // Two index walks, merged: an `in` over both recipients would have to sort the whole inbox.
  const own = recipients(actor).map((id) =>
    sql`select n.id from notifications n
        where n.recipient_id = ${id} and ${isIn(place)} ${more} ${after} ${stillSeen(actor)}`
  );
  const newest = sql`${sql.join(own, sql` union all `)} order by 1 desc limit ${page.limit + 1}`;
  return await readPage(context, newestFirst, page, {
    json: inboxEntryJson(services.settings.origin),
    from: sql`notifications n ${entryJoinsFor(actor)}`,
    where: [sql`n.id in (${newest})`],
  });
}

/** How far unread entries are counted; that number means "at least". */
export const UNREAD_UP_TO = 100;

/** How many entries of one's own inbox are unread, up to a hundred. */
export const countInbox = query({
  name: "inbox.count",
  scope: "tasks.read",
  input: z.strictObject({}),
  run: countUnread,
});

/** The same for whoever has the actor at hand: the sidebar shows it on every page. */
export async function countUnread({ db, actor }: ReadContext<Member>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from notifications n
      where n.recipient_id in (${sql.join(recipients(actor))}) and ${isIn("unread")}
        ${stillSeen(actor)}
      limit ${sql.lit(UNREAD_UP_TO)})`.execute(db);
  return rows[0]!.n;
}
