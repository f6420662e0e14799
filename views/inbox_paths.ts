import type { NotificationKind } from "../server/domain/vocabulary.ts";
import { withQuery } from "./paths.ts";

/** The URL of the inbox. */

export const inboxPath = "/workspace/inbox";
/** The URL of the search page. */
export const searchPath = "/workspace/search";

/** The path of an inbox entry. */
export const entryOfInboxPath = `${inboxPath}/:notificationId` as const;
/** @param id the notification's ID */
export const inboxEntryPath = (id: string) => `${inboxPath}/${id}`;

/** The path that snoozes an entry, or ends its snooze. */
export const snoozePagePath = `${entryOfInboxPath}/snooze` as const;
/** @param id the notification's ID */
export const snoozePath = (id: string) => `${inboxEntryPath(id)}/snooze`;

/** The path that restores an entry's state before a snooze. */
export const unsnoozePagePath = `${entryOfInboxPath}/before/:before` as const;
/**
 * @param id the notification's ID
 * @param before its earlier state: `read`, `archived-unread`, …, or the end of its earlier snooze
 */
export const unsnoozePath = (id: string, before: string) =>
  `${inboxEntryPath(id)}/before/${encodeURIComponent(before)}`;

/** The path of the entries that were marked as read at one time. */
export const readAtPagePath = `${inboxPath}/read-at/:readAt` as const;
export const readAtPath = (readAt: string) => `${inboxPath}/read-at/${encodeURIComponent(readAt)}`;

/** The parts of the inbox: all, unread, snoozed, and archived. */
export const inboxParts = ["all", "unread", "snoozed", "archived"] as const;
export type InboxPart = (typeof inboxParts)[number];

/** The reasons that the page can filter by. */
export const inboxReasons = ["mention", "assignment", "invitation", "approval"] as const;
export type InboxReason = (typeof inboxReasons)[number] & NotificationKind;

/** The parameters of the inbox's URL. */
export interface InboxQuery {
  show: InboxPart;
  /** The reasons to show. Empty means all. */
  reasons: readonly InboxReason[];
  /** The number of entries, if it exceeds the default. */
  rows?: number | undefined;
  /** The cursor to start from, if a page would grow too long. */
  cursor?: string | undefined;
}

export function inboxPathFor({ show, reasons, rows, cursor }: InboxQuery): string {
  return withQuery(inboxPath, {
    show: show === "all" ? undefined : show,
    reason: reasons.join(",") || undefined,
    rows,
    cursor,
  });
}
