import type { Child } from "hono/jsx";
import type { InboxCounts } from "../../server/domain/inbox/schema.ts";
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
  /** The way to more of them. */
  more: { query: InboxQuery; inPlace: boolean } | null;
  clock: PageClock;
}

/** What the page is called: with how much is unread, as the tab shows it. */
export function inboxTitle({ counts: { unread } }: Pick<InboxProps, "counts">): string {
  return unread === 0 ? "Inbox" : `(${unread < 100 ? unread : "100+"}) Inbox`;
}

/** The parts of an inbox, and what one can do with the whole of it. */
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

/** The entries, newest first, or what stands in their place; beside them there is room for the one that is open. */
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

/** What stands beside the entries as long as none is open. */
function Beside({ unread }: { unread: number }) {
  const keys = [["J", "K"], ["Enter"], ["E"], ["U"], ["H"]];
  const does = ["Move", "Open", "Archive", "Read or unread", "Snooze"];
  return (
    <aside class="entry-beside" aria-label="Nothing is open">
      <div class="empty">
        <Icon name="inbox" />
        <p>{unread === 0 ? "All is read." : `${unread < 100 ? unread : "100+"} unread`}</p>
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
    title: "You are up to date",
    text: "Here it says when somebody mentions you, gives you a task, answers what you follow, " +
      "invites you or asks for your approval.",
  },
  unread: { title: "Nothing is unread", text: "All that waits in your inbox was read." },
  snoozed: {
    title: "Nothing is snoozed",
    text: "What you put off waits here, and comes back to your inbox at its time, or when " +
      "something new happens.",
  },
  archived: {
    title: "Nothing is archived",
    text: "What you archive is kept here, and comes back to your inbox when something new happens.",
  },
};

function NothingThere({ query: { show, reasons } }: { query: InboxQuery }) {
  const narrowed = reasons.length > 0;
  const { title, text } = narrowed
    ? { title: "Nothing matches", text: "No entry is here for what you chose above." }
    : nothing[show];
  const back = narrowed ? inboxPathFor({ show, reasons: [] }) : show === "all" ? null : inboxPath;
  return (
    <Empty
      icon="inbox"
      title={title}
      actions={back && <a class="button" href={back}>Show all</a>}
    >
      {text}
    </Empty>
  );
}
