import type { Notification } from "../../domain/inbox/schema.ts";

/** Returns whether an entry is snoozed. */
export function isSnoozed({ snoozedUntil }: Notification, now: Date): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) > now.getTime();
}

/** Returns an entry's state for the Undo of a snooze: `unread`, `archived-read`, or the end of its snooze. */
export function entryState(entry: Notification, now: Date): string {
  if (isSnoozed(entry, now)) return entry.snoozedUntil!;
  const archived = entry.archivedAt === null ? "" : "archived-";
  return `${archived}${entry.readAt === null ? "unread" : "read"}`;
}

/** Returns the change that restores an entry's state before a snooze. */
export function patchBackTo(before: string) {
  const [, archived, read] = /^(archived-)?(read|unread)$/.exec(before) ?? [];
  if (read === undefined) return { snoozedUntil: before };
  return { snoozedUntil: null, read: read === "read", ...(archived && { archived: true }) };
}
