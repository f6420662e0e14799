import type { Notification } from "../../server/domain/inbox/schema.ts";
import { type NotificationKind, taskStatuses } from "../../server/domain/vocabulary.ts";
import { statusWords } from "../ui/words.ts";

/** The activity of an entry, said after the actor's name, as plain text. */
const words: Record<NotificationKind, (entry: Notification, it: string | undefined) => string> = {
  mention: ({ subject, comment }) =>
    comment
      ? "mentioned you in a comment"
      : subject.kind === "project"
      ? "mentioned you in the project"
      : "mentioned you in the description",
  assignment({ subject, data: { to } }, it) {
    if (subject.kind !== "project") return `assigned ${it ?? "the task"} to you`;
    return to === "lead" ? "made you the project lead" : "added you to the project";
  },
  invitation: ({ subject }) => `invited you to ${subject.title}`,
  viewUpdate(entry) {
    const { verb, arrival, rest } = describeOutcome(entry);
    return [verb, arrival?.reference, arrival?.title].filter(Boolean).join(" ") + rest;
  },
  comment: () => "commented",
  status(entry, it) {
    const status = newStatus(entry);
    return status ? `marked ${it ?? "the task"} as ${statusWords[status]}` : "changed the status";
  },
  approval({ approval, data: { to } }) {
    if (to === "approved") return "approved your request";
    if (to === "declined") return "declined your request";
    return approval?.state === "open" || !approval
      ? "requests your approval"
      : "requested your approval";
  },
  reminder: ({ data: { to } }) =>
    `${to === "last" ? "Still needs" : "Needs"} an update from you: none in the last two weeks`,
};

/**
 * Describes an entry's newest notification, said after the actor's name.
 * @param it the task's name, if the text has no title beside it
 */
export function told(entry: Notification, it?: string): string {
  return words[entry.kind](entry, it);
}

/** Says how many more tasks the same change affected, if any. */
export function andMore({ data: { count = 1 } }: Notification): string {
  const more = count - 1;
  return more < 1 ? "" : ` and ${more} more ${more === 1 ? "task" : "tasks"}`;
}

/** Returns a task's new status, if it is known. */
export function newStatus({ data: { to } }: Notification) {
  return taskStatuses.find((one) => one === to);
}

/** Describes changes in a view: its latest task or project, and how many more since the entry was read. */
export function describeOutcome(
  { arrival, arrivals, data: { to, completions = 0 } }: Notification,
): { verb: string; arrival: Notification["arrival"]; rest: string } {
  const [came, done] = [howMany(arrivals), howMany(completions)];
  if (!arrival) {
    const all = [came && `added ${came} to this view`, done && `completed ${done}`];
    const verb = all.filter(Boolean).join(" and ") || "changed this view";
    return { verb, arrival, rest: "" };
  }
  const [verb, alike, other] = to === "completed"
    ? ["completed", completions - 1, came && `added ${came} to this view`] as const
    : ["added", arrivals - 1, done && `completed ${done}`] as const;
  const more = alike > 0 ? ` and ${alike} more` : "";
  const where = verb === "added" ? " to this view" : "";
  const rest = more + where + (other ? `, and ${other}` : "");
  return { verb, arrival, rest };
}

const howMany = (count: number) => count === 1 ? "one" : count > 1 ? String(count) : null;
