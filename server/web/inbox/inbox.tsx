import { inboxParts, inboxPath, type InboxQuery } from "../../../views/inbox_paths.ts";
import { InboxBar, InboxMain } from "../../../views/inbox/inbox.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { listInbox } from "../../domain/inbox/list.ts";
import { askedFor, entriesShown, furtherEntries } from "../further_entries.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { entryPathsOf } from "./entry_paths.ts";

/** One's inbox: what others did that concerns one, and what waits for an answer. */
export const inboxPage = page({
  path: inboxPath,
  who: "members",
  async read(at) {
    const query = queryOf(at.url.searchParams);
    const page = await at.ask(listInbox, {
      ...(query.show === "unread" && { unread: "true" }),
      ...(query.show === "archived" && { archived: "true" }),
      ...askedFor(query),
    });
    const entries = parseJson(page.records);
    const pathOf = await entryPathsOf(at, entries);
    const further = furtherEntries(query, page.nextCursor);
    return {
      query,
      entries: entries.map((entry) => ({ ...entry, leadsTo: pathOf(entry) })),
      more: further && { ...further, query: { show: query.show, ...further.shown } },
      clock: pageClockOf(at),
    };
  },
}).shows({
  title: () => "Inbox",
  bar: (props) => <InboxBar {...props} />,
  main: (props) => <InboxMain {...props} />,
  live: () => ["inbox", "views"],
});

function queryOf(search: URLSearchParams): InboxQuery {
  const show = inboxParts.find((part) => part === search.get("show")) ?? "all";
  return { show, ...entriesShown(search) };
}
