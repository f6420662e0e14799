import type { NotificationKind } from "../server/domain/vocabulary.ts";
import { withQuery } from "./paths.ts";

/** The URL of the inbox. */

export const inboxPath = "/workspace/inbox";
/** The URL of the search page. */
export const searchPath = "/workspace/search";

/** The path of an inbox entry. */
export const entryOfInboxPath = `${inboxPath}/:notificationId` as const;
/** @param id a notification's */
export const inboxEntryPath = (id: string) => `${inboxPath}/${id}`;

/** Until when an entry is put off. */
export const snoozePagePath = `${entryOfInboxPath}/snooze` as const;
/** @param id a notification's */
export const snoozePath = (id: string) => `${inboxEntryPath(id)}/snooze`;

/** The path that restores an entry's state before a snooze. */
export const unsnoozePagePath = `${entryOfInboxPath}/before/:before` as const;
/**
 * @param id a notification's
 * @param before how it was: `read`, `archived-unread`, …, or until when it was put off already
 */
export const unsnoozePath = (id: string, before: string) =>
  `${inboxEntryPath(id)}/before/${encodeURIComponent(before)}`;

/** The path of the entries that were marked as read at one time. */
export const readAtPagePath = `${inboxPath}/read-at/:readAt` as const;
export const readAtPath = (readAt: string) => `${inboxPath}/read-at/${encodeURIComponent(readAt)}`;

/** The parts of the inbox: all, unread, snoozed, and archived. */
export const inboxParts = ["all", "unread", "snoozed", "archived"] as const;
export type InboxPart = (typeof inboxParts)[number];

/** The reasons by which the page narrows it. */
export const inboxReasons = ["mention", "assignment", "invitation", "approval"] as const;
export type InboxReason = (typeof inboxReasons)[number] & NotificationKind;

/** The parameters of the inbox's URL. */
export interface InboxQuery {
  show: InboxPart;
  /** The reasons to show. Empty means all. */
  reasons: readonly InboxReason[];
  /** The number of entries, if it exceeds the default. */
  rows?: number | undefined;
  /** From where on, where a page would grow too long. */
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
