import type { Child } from "hono/jsx";
import type { Notification } from "../../server/domain/inbox/schema.ts";
import {
  type NotificationKind,
  type TaskStatus,
  taskStatuses,
} from "../../server/domain/vocabulary.ts";
import { StatusMark } from "../ui/marks.tsx";
import { statusWords } from "../ui/words.ts";

const words: Record<NotificationKind, (entry: Notification) => Child> = {
  mention: ({ subject, comment }) =>
    comment
      ? "mentioned you in a comment"
      : subject.kind === "project"
      ? "mentioned you in the project"
      : "mentioned you in the description",
  assignment({ subject, data: { to } }) {
    if (subject.kind !== "project") return "assigned it to you";
    return to === "lead" ? "made you its lead" : "made you one of its members";
  },
  invitation: ({ subject }) => (
    <>
      invited you to <b>{subject.title}</b>
    </>
  ),
  viewUpdate: updated,
  comment: () => "commented",
  status({ data: { to } }) {
    const status = taskStatuses.find((one) => one === to);
    return status ? <MovedTo status={status} /> : "changed its status";
  },
  approval({ approval, data: { to } }) {
    if (to === "approved") return "approved what you asked";
    if (to === "declined") return "declined what you asked";
    return approval?.state === "open" || !approval
      ? "asks for your approval"
      : "asked for your approval";
  },
  reminder: ({ data: { to } }) =>
    `${to === "last" ? "Still waits" : "Waits"} for your update: there was none for two weeks`,
};

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
export function whatHappened(entry: Notification): Child {
  const more = (entry.data.count ?? 1) - 1;
  const told = words[entry.kind](entry);
  if (more < 1) return told;
  return (
    <>
      {told}, and {more} {more === 1 ? "task" : "tasks"} more
    </>
  );
}

function MovedTo({ status }: { status: TaskStatus }) {
  return (
    <span class="entry-status">
      set it to <StatusMark status={status} /> {statusWords[status]}
    </span>
  );
}

/** What became of a view: what did so last by its name, and how much else did since the entry was read. */
function updated({ arrival, arrivals, data: { to, completions = 0 } }: Notification): Child {
  const [came, done] = [howMany(arrivals), howMany(completions)];
  if (!arrival) {
    const all = [came && `brought ${came} into this view`, done && `completed ${done} in it`];
    return all.filter(Boolean).join(", ") || "changed this view";
  }
  const [verb, alike, other] = to === "completed"
    ? ["completed", completions - 1, came && `brought in ${came}`]
    : ["brought in", arrivals - 1, done && `completed ${done}`];
  return (
    <>
      {verb} <span class="row-more">{arrival.reference}</span> {arrival.title}
      {alike > 0 && `, and ${alike} more`}
      {other && `, ${other}`}
    </>
  );
}

const howMany = (count: number) => count === 1 ? "one" : count > 1 ? String(count) : null;
