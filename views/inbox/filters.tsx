import type { InboxCounts } from "../../server/domain/inbox/schema.ts";
import {
  type InboxPart,
  inboxParts,
  inboxPathFor,
  type InboxQuery,
  type InboxReason,
  inboxReasons,
} from "../inbox_paths.ts";

export const partNames: Record<InboxPart, string> = {
  all: "All",
  unread: "Unread",
  snoozed: "Snoozed",
  archived: "Archived",
};

const reasonNames: Record<InboxReason, string> = {
  mention: "Mentions",
  assignment: "Assignments",
  invitation: "Invitations",
  approval: "Approvals",
};

/** Links to the parts of an inbox. */
export function Parts({ query, counts }: { query: InboxQuery; counts: InboxCounts }) {
  const counted: Partial<Record<InboxPart, number>> = {
    unread: counts.unread,
    snoozed: counts.snoozed,
  };
  return (
    <nav class="bar-parts" aria-label="Inbox filters">
      {inboxParts.map((show) => (
        <a
          class="button"
          data-kind="quiet"
          href={inboxPathFor({ show, reasons: query.reasons })}
          aria-current={show === query.show ? "page" : undefined}
        >
          {partNames[show]}
          <Count n={counted[show] ?? 0} />
        </a>
      ))}
    </nav>
  );
}

/** Links that add or remove a filter by reason. */
export function Reasons({ query, counts }: { query: InboxQuery; counts: InboxCounts }) {
  const { show, reasons } = query;
  return (
    <nav class="bar-parts entry-reasons" aria-label="Notification types">
      {inboxReasons.map((reason) => {
        const chosen = reasons.includes(reason);
        const others = inboxReasons.filter((one) => reasons.includes(one) && one !== reason);
        const toggled = chosen ? others : [...others, reason];
        return (
          <a
            class="button"
            data-kind="quiet"
            href={inboxPathFor({ show, reasons: toggled })}
            aria-current={chosen ? "true" : undefined}
          >
            {reasonNames[reason]}
            <Count n={counts.reasons[reason]} what="unread" />
          </a>
        );
      })}
    </nav>
  );
}

/** A count, shown up to 99; nothing for zero. */
function Count({ n, what }: { n: number; what?: string }) {
  if (n === 0) return null;
  return (
    <span class="row-more number">
      {n < 100 ? n : "100+"}
      {what && <span class="unseen">{` ${what}`}</span>}
    </span>
  );
}
