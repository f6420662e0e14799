import {
  inboxParts,
  inboxPath,
  type InboxQuery,
  inboxReasons,
} from "../../../views/inbox_paths.ts";
import { InboxBar, InboxMain, inboxTitle } from "../../../views/inbox/inbox.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { countInboxParts } from "../../domain/inbox/count.ts";
import { listInbox } from "../../domain/inbox/list.ts";
import { findEntry } from "../../domain/inbox/read.ts";
import type { Notification } from "../../domain/inbox/schema.ts";
import type { PageContext } from "../context.ts";
import { askedFor, entriesShown, furtherEntries } from "../further_entries.ts";
import { foundOrDefault } from "../found_or_default.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { shownEntries } from "./shown_entries.ts";
import { isSnoozed } from "./entry_state.ts";

/** The viewer's inbox: notifications, invitations, and approval requests. */
export const inboxPage = page({
  path: inboxPath,
  who: "members",
  async read(at) {
    const query = queryOf(at.url.searchParams);
    const { show, reasons } = query;
    const [page, counts] = await Promise.all([
      at.ask(listInbox, {
        ...(show !== "all" && { [show]: "true" }),
        ...(reasons.length > 0 && { reason: reasons.join(",") }),
        ...askedFor(query),
      }),
      at.ask(countInboxParts, {}),
    ]);
    const entries = await withOpenOne(at, query, parseJson(page.records));
    const further = furtherEntries(query, page);
    return {
      query,
      counts,
      entries: await shownEntries(at, entries),
      more: further && { ...further, query: { show, reasons, ...further.shown } },
      clock: pageClockOf(at),
    };
  },
}).shows({
  title: inboxTitle,
  bar: (props) => <InboxBar {...props} />,
  main: (props) => <InboxMain {...props} />,
  live: () => ["inbox", "views"],
});

/** Adds the open entry to a list of unread entries until the viewer moves on, although it is read. */
async function withOpenOne(
  at: PageContext<Member>,
  { show }: InboxQuery,
  entries: Notification[],
): Promise<Notification[]> {
  const id = at.peeked?.hash.replace(/^#row-/, "");
  if (show !== "unread" || !id || entries.some((entry) => entry.id === id)) return entries;
  const found = await foundOrDefault(at.ask(findEntry, { notificationId: id }), null);
  const open = found && parseJson(found);
  if (!open || open.archivedAt !== null || isSnoozed(open, at.now)) return entries;
  return [...entries, open].toSorted((a, b) => shownAt(b).localeCompare(shownAt(a)));
}

const shownAt = ({ snoozedUntil, createdAt, id }: Notification) =>
  `${snoozedUntil ?? createdAt} ${id}`;

function queryOf(search: URLSearchParams): InboxQuery {
  const asked = (search.get("reason") ?? "").split(",");
  return {
    show: inboxParts.find((part) => part === search.get("show")) ?? "all",
    reasons: inboxReasons.filter((reason) => asked.includes(reason)),
    ...entriesShown(search),
  };
}
