import type { Child } from "hono/jsx";
import type { Notification } from "../../server/domain/inbox/schema.ts";
import type { NotificationKind, TaskStatus } from "../../server/domain/vocabulary.ts";
import { StatusMark } from "../ui/marks.tsx";
import { statusWords } from "../ui/words.ts";
import { andMore, describeOutcome, newStatus, told } from "./sentences.ts";

/** The activity of an earlier notification, said after the actor's name. */
export const reasonWords: Record<NotificationKind, string> = {
  mention: "mentioned you",
  assignment: "assigned you",
  invitation: "invited you",
  viewUpdate: "updated this view",
  comment: "commented",
  status: "changed the status",
  approval: "requested your approval",
  reminder: "needs your update",
};

/** The kinds of earlier notifications, as nouns. */
const reasonNouns: Record<NotificationKind, string> = {
  mention: "a mention",
  assignment: "an assignment",
  invitation: "an invitation",
  viewUpdate: "a view update",
  comment: "a comment",
  status: "a status change",
  approval: "an approval request",
  reminder: "a reminder",
};

/** Counts earlier notifications, and names the most important kind: `3 earlier, including a mention`. */
export function countEarlier({ earlier, kind, reason }: Notification): string {
  const count = `${earlier.length} earlier`;
  if (reason === kind) return count;
  return `${count}${earlier.length === 1 ? ":" : ", including"} ${reasonNouns[reason]}`;
}

/** The activity of an entry, said after the actor's name, with the number of other tasks. */
export function describeNotification(entry: Notification): Child {
  const happened = shown(entry);
  const more = andMore(entry);
  return more === "" ? happened : <>{happened}{more}</>;
}

/** The activity with icons. */
function shown(entry: Notification): Child {
  if (entry.kind === "invitation") {
    return (
      <>
        invited you to <b>{entry.subject.title}</b>
      </>
    );
  }
  if (entry.kind === "viewUpdate") return <Updated entry={entry} />;
  const status = entry.kind === "status" && newStatus(entry);
  return status ? <MovedTo status={status} /> : told(entry);
}

function MovedTo({ status }: { status: TaskStatus }) {
  return (
    <span class="entry-status">
      marked the task as <StatusMark status={status} /> {statusWords[status]}
    </span>
  );
}

function Updated({ entry }: { entry: Notification }) {
  const { verb, arrival, rest } = describeOutcome(entry);
  if (!arrival) return <>{verb}</>;
  return (
    <>
      {verb} <span class="row-more">{arrival.reference}</span> {arrival.title}
      {rest}
    </>
  );
}
