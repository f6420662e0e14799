import type { Notification } from "../../server/domain/inbox/schema.ts";
import { type NotificationKind, taskStatuses } from "../../server/domain/vocabulary.ts";
import { statusWords } from "../ui/words.ts";

/** What happened, told after the name of who did it, as text alone. */
const words: Record<NotificationKind, (entry: Notification, it: string) => string> = {
  mention: ({ subject, comment }) =>
    comment
      ? "mentioned you in a comment"
      : subject.kind === "project"
      ? "mentioned you in the project"
      : "mentioned you in the description",
  assignment({ subject, data: { to } }, it) {
    if (subject.kind !== "project") return `assigned ${it} to you`;
    return to === "lead" ? "made you its lead" : "made you one of its members";
  },
  invitation: ({ subject }) => `invited you to ${subject.title}`,
  viewUpdate(entry) {
    const { verb, arrival, rest } = describeOutcome(entry);
    return [verb, arrival?.reference, arrival?.title].filter(Boolean).join(" ") + rest;
  },
  comment: () => "commented",
  status(entry, it) {
    const status = newStatus(entry);
    return status ? `set ${it} to ${statusWords[status]}` : "changed its status";
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

/**
 * What an entry's newest notification tells, after the name of who did it.
 * @param it the task, where its name isn't beside it
 */
export function told(entry: Notification, it = "it"): string {
  return words[entry.kind](entry, it);
}

/** To how many more tasks than its subject one act did it, as words; none where it was that alone. */
export function andMore({ data: { count = 1 } }: Notification): string {
  const more = count - 1;
  return more < 1 ? "" : `, and ${more} ${more === 1 ? "task" : "tasks"} more`;
}

/** What a task was set to; undefined where that isn't known. */
export function newStatus({ data: { to } }: Notification) {
  return taskStatuses.find((one) => one === to);
}

/** What became of a view: what did so last by its name, and how much else did since the entry was read. */
export function describeOutcome(
  { arrival, arrivals, data: { to, completions = 0 } }: Notification,
): { verb: string; arrival: Notification["arrival"]; rest: string } {
  const [came, done] = [howMany(arrivals), howMany(completions)];
  if (!arrival) {
    const all = [came && `brought ${came} into this view`, done && `completed ${done} in it`];
    const verb = all.filter(Boolean).join(", ") || "changed this view";
    return { verb, arrival, rest: "" };
  }
  const [verb, alike, other] = to === "completed"
    ? ["completed", completions - 1, came && `brought in ${came}`] as const
    : ["brought in", arrivals - 1, done && `completed ${done}`] as const;
  const rest = (alike > 0 ? `, and ${alike} more` : "") + (other ? `, ${other}` : "");
  return { verb, arrival, rest };
}

const howMany = (count: number) => count === 1 ? "one" : count > 1 ? String(count) : null;
