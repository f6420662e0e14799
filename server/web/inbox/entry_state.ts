import type { Notification } from "../../domain/inbox/schema.ts";

/** Whether an entry is put off, and hasn't come back. */
export function isSnoozed({ snoozedUntil }: Notification, now: Date): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) > now.getTime();
}

/** How an entry stands, as the Undo of a snooze spells it: `unread`, `archived-read`, or until when it is put off. */
export function entryState(entry: Notification, now: Date): string {
  if (isSnoozed(entry, now)) return entry.snoozedUntil!;
  const archived = entry.archivedAt === null ? "" : "archived-";
  return `${archived}${entry.readAt === null ? "unread" : "read"}`;
}

/** What an entry that stood so before it was put off is changed to. */
export function patchBackTo(before: string) {
  const [, archived, read] = /^(archived-)?(read|unread)$/.exec(before) ?? [];
  if (read === undefined) return { snoozedUntil: before };
  return { snoozedUntil: null, read: read === "read", ...(archived && { archived: true }) };
}
