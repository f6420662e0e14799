import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import {
  type InboxPart,
  inboxParts,
  inboxPath,
  inboxPathFor,
  type InboxQuery,
} from "../inbox_paths.ts";
import { FurtherDown, MoreEntries } from "../ui/more_entries.tsx";
import { Empty } from "../ui/empty.tsx";
import type { PageClock } from "../ui/time.tsx";
import { type Entry, EntryRow } from "./entry.tsx";

export interface InboxProps {
  query: InboxQuery;
  entries: readonly Entry[];
  /** The way to more of them. */
  more: { query: InboxQuery; inPlace: boolean } | null;
  clock: PageClock;
}

const partNames: Record<InboxPart, string> = { all: "All", unread: "Unread", archived: "Archived" };

/** The parts of an inbox, and what one can do with the whole of it. */
export function InboxBar({ query, entries }: InboxProps) {
  const unread = entries.some(({ readAt }) => readAt === null);
  return (
    <>
      <h1>Inbox</h1>
      <nav class="bar-parts" aria-label="Parts of the inbox">
        {inboxParts.map((show) => (
          <a
            class="button"
            data-kind="quiet"
            href={inboxPathFor({ show })}
            aria-current={show === query.show ? "page" : undefined}
          >
            {partNames[show]}
          </a>
        ))}
      </nav>
      {unread && query.show !== "archived" && (
        <form
          class="read-all"
          method="post"
          action={inboxPath}
          hx-post={inboxPath}
          data-next="#main"
        >
          <button
            type="submit"
            class="button"
            data-kind="quiet"
            name="act"
            value="read-all"
          >
            <Icon name="checklist" />
            Mark all as read
          </button>
        </form>
      )}
    </>
  );
}

/** The entries, newest first, or what stands in their place. */
export function InboxMain({ query, entries, more, clock }: InboxProps) {
  return (
    <Main kind="entries" list>
      {query.cursor && <FurtherDown what="your inbox" start={inboxPathFor({ show: query.show })} />}
      {entries.length === 0
        ? <NothingThere show={query.show} />
        : (
          <ul class="rows" aria-label={partNames[query.show]}>
            {entries.map((entry) => <EntryRow entry={entry} clock={clock} />)}
            {more && <MoreEntries href={inboxPathFor(more.query)} inPlace={more.inPlace} />}
          </ul>
        )}
    </Main>
  );
}

const nothing: Record<InboxPart, { title: string; text: Child; back?: true }> = {
  all: {
    title: "You are up to date",
    text: "Here it says when somebody mentions you, gives you a task, answers what you follow, " +
      "invites you or asks for your approval.",
  },
  unread: {
    title: "Nothing is unread",
    text: "All that waits in your inbox was read.",
    back: true,
  },
  archived: {
    title: "Nothing is archived",
    text: "What you archive is kept here, and comes back to your inbox when something new happens.",
    back: true,
  },
};

function NothingThere({ show }: { show: InboxPart }) {
  const { title, text, back } = nothing[show];
  return (
    <Empty
      icon="inbox"
      title={title}
      actions={back && <a class="button" href={inboxPath}>Show all</a>}
    >
      {text}
    </Empty>
  );
}
