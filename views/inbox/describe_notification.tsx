import type { Child } from "hono/jsx";
import type { Notification } from "../../server/domain/inbox/schema.ts";
import type { NotificationKind, TaskStatus } from "../../server/domain/vocabulary.ts";
import { StatusMark } from "../ui/marks.tsx";
import { statusWords } from "../ui/words.ts";
import { andMore, describeOutcome, newStatus, told } from "./sentences.ts";

/** What a kind of notification tells of its reader, told after others. */
export const reasonWords: Record<NotificationKind, string> = {
  mention: "mentioned you",
  assignment: "assigned it to you",
  invitation: "invited you",
  viewUpdate: "changed something in this view",
  comment: "commented",
  status: "changed its status",
  approval: "asked for your approval",
  reminder: "waits for your update",
};

/** What happened, told after the name of who did it. Where one act did it to many, it says to how many more. */
export function describeNotification(entry: Notification): Child {
  const happened = shown(entry);
  const more = andMore(entry);
  return more === "" ? happened : <>{happened}{more}</>;
}

/** The same as its text, with marks where a page has some. */
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
      set it to <StatusMark status={status} /> {statusWords[status]}
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
