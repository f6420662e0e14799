import { inboxParts, inboxPath, type InboxQuery } from "../../../views/inbox_paths.ts";
import { InboxBar, InboxMain } from "../../../views/inbox/inbox.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { LARGEST_PAGE } from "../../domain/core/page_size.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listInbox } from "../../domain/inbox/list.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { readerClockOf } from "../reader_clock.ts";
import { leadsOf } from "./leads.ts";

/** How many entries a page shows at first, and how many more each time. */
const STEP = 50;

/** One's inbox: what others did that concerns one, and what waits for an answer. */
export const inboxPage = page({
  path: inboxPath,
  who: "members",
  async read(at) {
    const query = queryOf(at.url.searchParams);
    const shown = query.rows ?? STEP;
    const page = await at.ask(listInbox, {
      ...(query.show === "unread" && { unread: "true" }),
      ...(query.show === "archived" && { archived: "true" }),
      limit: shown,
      cursor: query.cursor,
    });
    const entries = parseJson(page.records);
    const leads = await leadsOf(at, entries);
    return {
      query,
      entries: entries.map((entry) => ({ ...entry, leadsTo: leads(entry) })),
      more: moreOf(query, shown, page.nextCursor),
      reading: readerClockOf(at as PageContext<Member>),
    };
  },
}).shows({
  title: () => "Inbox",
  bar: (props) => <InboxBar {...props} />,
  main: (props) => <InboxMain {...props} />,
});

function queryOf(search: URLSearchParams): InboxQuery {
  const show = inboxParts.find((part) => part === search.get("show")) ?? "all";
  const rows = Math.ceil(Number(search.get("rows")) / STEP) * STEP;
  return {
    show,
    rows: rows > STEP ? Math.min(rows, LARGEST_PAGE) : undefined,
    cursor: search.get("cursor") ?? undefined,
  };
}

/** The way to more entries: on this page, or on one of its own where it holds as many as it may. */
function moreOf({ show, cursor }: InboxQuery, shown: number, next: string | null) {
  if (next === null) return null;
  return shown < LARGEST_PAGE
    ? { query: { show, cursor, rows: shown + STEP }, inPlace: true }
    : { query: { show, cursor: next }, inPlace: false };
}
