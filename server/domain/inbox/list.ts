import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import { minuteOf } from "../core/minute.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type ListArm, type ListOrder, type ListPage, mergedArms, readPage } from "../core/page.ts";
import { cachedForMember, type MemberCache } from "../core/cached_for_member.ts";
import { isIn, type Place, recipients, shownAt, stillSeen } from "./visible_entries.ts";
import { entryJoinsFor, inboxEntryJson } from "./record.ts";
import { InboxList, type Notification } from "./schema.ts";

const by = [shownAt, "n.id"];
const newestFirst: ListOrder = { list: "inbox", by, descending: true };
const soonestFirst: ListOrder = { list: "inbox.snoozed", by };

const cache: MemberCache = { name: "inboxes", most: 50 };

/**
 * Lists the actor's inbox, newest first, with one entry per subject. Archived and snoozed entries are left out unless
 * requested, and snoozed ones are sorted by their return. Entries about hidden tasks and views are left out. Clients
 * often repeat this request, so the result is cached until the next commit or minute.
 */
export const listInbox = query({
  name: "inbox.list",
  scope: "tasks.read",
  input: InboxList,
  async run(context, asked): Promise<ListPage<Notification>> {
    const { actor, db, now, services } = context;
    const read = () => readInbox(context, asked);
    // Other requests must not see uncommitted changes
    if (db !== services.database.read) return await read();
    return await cachedForMember(services, actor, { cache, what: [asked, minuteOf(now)] }, read);
  },
});

async function readInbox(
  context: ReadContext<Member>,
  { unread, archived, snoozed, reason, ...page }: z.output<typeof InboxList>,
): Promise<ListPage<Notification>> {
  const { actor, services } = context;
  const place = archived ? "archive" : snoozed ? "snoozed" : "inbox";
  const order = place === "snoozed" ? soonestFirst : newestFirst;
  const arms = armsOf(context, place, { unread, reason });
  const merged = mergedArms(order, { ...page, limit: page.limit + 1 }, arms);
  return await readPage(
    context,
    { ...order, by: order.by.map((_, n) => `merged.key_${n}`) },
    page,
    {
      json: inboxEntryJson(services.settings.origin),
      from: sql`${merged} merged cross join notifications n on n.id = merged.key_1
        ${entryJoinsFor(actor)}`,
      where: [],
    },
  );
}

/** Reads an index for each recipient and reason, because an `in` over them would sort the whole inbox. */
function armsOf(
  { actor, now }: ReadContext<Member>,
  place: Place,
  { unread, reason }: Pick<z.output<typeof InboxList>, "unread" | "reason">,
): ListArm[] {
  const reasons: RawBuilder<unknown>[] = reason
    ? [...new Set(reason)].map((one) => sql`and n.reason = ${one}`)
    : [sql``];
  return recipients(actor).flatMap((id) =>
    reasons.map((of) => ({
      by,
      from: sql`notifications n`,
      where: sql`n.recipient_id = ${id} ${of} and ${isIn(place, now, unread)} ${stillSeen(actor)}`,
    }))
  );
}
