import type { Child } from "hono/jsx";
import type { InboxCounts } from "../../server/domain/inbox/schema.ts";
import { guides } from "../docs_paths.ts";
import { Icon } from "../icons.tsx";
import { type InboxPart, inboxPath, inboxPathFor, type InboxQuery } from "../inbox_paths.ts";
import { Main } from "../layouts/shell.tsx";
import { Empty } from "../ui/empty.tsx";
import { FurtherDown, MoreEntries } from "../ui/more_entries.tsx";
import type { PageClock } from "../ui/time.tsx";
import { type Entry, EntryRow } from "./entry.tsx";
import { partNames, Parts, Reasons } from "./filters.tsx";

export interface InboxProps {
  query: InboxQuery;
  counts: InboxCounts;
  entries: readonly Entry[];
  /** The link to more entries. */
  more: { query: InboxQuery; inPlace: boolean } | null;
  clock: PageClock;
}

/** Returns the title of the tab, with the number of unread entries. */
export function inboxTitle({ counts: { unread } }: Pick<InboxProps, "counts">): string {
  return unread === 0 ? "Inbox" : `(${unread < 100 ? unread : "100+"}) Inbox`;
}

/** The inbox's filters, and the button that marks all as read. */
export function InboxBar({ query, counts, entries }: InboxProps) {
  const { show, reasons } = query;
  const unread = (show === "all" || show === "unread") &&
    entries.some(({ readAt }) => readAt === null);
  return (
    <>
      <h1>Inbox</h1>
      <Parts query={query} counts={counts} />
      {unread && (
        <form
          class="read-all"
          method="post"
          action={inboxPath}
          hx-post={inboxPath}
          data-next="#main"
        >
          {reasons.map((reason) => <input type="hidden" name="reason" value={reason} />)}
          <button
            type="submit"
            class="button"
            data-kind="quiet"
            name="act"
            value="read-all"
          >
            <Icon name="checklist" />
            Mark {reasons.length > 0 ? "these" : "all"} as read
          </button>
        </form>
      )}
    </>
  );
}

/** The entries, newest first, with room beside them for an open entry. */
export function InboxMain({ query, counts, entries, more, clock }: InboxProps) {
  const { show, reasons } = query;
  return (
    <Main kind={entries.length > 0 ? "entries inbox" : "entries"} list>
      <Reasons query={query} counts={counts} />
      {query.cursor && <FurtherDown what="your inbox" start={inboxPathFor({ show, reasons })} />}
      {entries.length === 0 ? <NothingThere query={query} /> : (
        <>
          <ul class="rows" aria-label={partNames[show]}>
            {entries.map((entry) => <EntryRow entry={entry} clock={clock} />)}
            {more && <MoreEntries href={inboxPathFor(more.query)} inPlace={more.inPlace} />}
          </ul>
          <Beside unread={counts.unread} />
        </>
      )}
    </Main>
  );
}

/** Shortcuts shown beside the entries while none is open. */
function Beside({ unread }: { unread: number }) {
  const keys = [["J", "K"], ["Enter"], ["E"], ["U"], ["H"]];
  const does = ["Move", "Open", "Archive", "Mark read or unread", "Snooze"];
  return (
    <aside class="entry-beside" aria-label="No notification selected">
      <div class="empty">
        <Icon name="inbox" />
        <p>
          {unread === 0 ? "No unread notifications" : `${unread < 100 ? unread : "100+"} unread`}
        </p>
        <dl class="keys-list">
          {does.map((what, n) => (
            <div>
              <dt>{what}</dt>
              <dd>{keys[n]!.map((key) => <kbd class="key">{key}</kbd>)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </aside>
  );
}

const nothing: Record<InboxPart, { title: string; text: Child }> = {
  all: {
    title: "You're all caught up",
    text:
      "You'll be notified here about mentions, assignments, invitations, approval requests, and " +
      "activity on tasks you follow.",
  },
  unread: { title: "No unread notifications", text: "You've read everything in your inbox." },
  snoozed: {
    title: "No snoozed notifications",
    text: "Snoozed notifications return at the time you choose, or sooner if something new " +
      "happens.",
  },
  archived: {
    title: "No archived notifications",
    text: "Archived notifications appear here. They return to your inbox if something new happens.",
  },
};

function NothingThere({ query: { show, reasons } }: { query: InboxQuery }) {
  const narrowed = reasons.length > 0;
  const { title, text } = narrowed
    ? { title: "No matching notifications", text: "No notifications match these filters." }
    : nothing[show];
  const back = narrowed ? inboxPathFor({ show, reasons: [] }) : show === "all" ? null : inboxPath;
  return (
    <Empty
      icon="inbox"
      title={title}
      guide={guides.inbox}
      actions={back && <a class="button" href={back}>Show all</a>}
    >
      {text}
    </Empty>
  );
}
