import type { NotificationKind } from "../server/domain/vocabulary.ts";
import { withQuery } from "./paths.ts";

/** The URLs of one's inbox. */

export const inboxPath = "/workspace/inbox";
/** What leads to the inbox with the search open in it. */
export const searchPath = "/workspace/search";

/** One entry of one's inbox. */
export const entryOfInboxPath = `${inboxPath}/:notificationId` as const;
/** @param id a notification's */
export const inboxEntryPath = (id: string) => `${inboxPath}/${id}`;

/** Until when an entry is put off. */
export const snoozePagePath = `${entryOfInboxPath}/snooze` as const;
/** @param id a notification's */
export const snoozePath = (id: string) => `${inboxEntryPath(id)}/snooze`;

/** An entry as it was before it was put off. */
export const unsnoozePagePath = `${entryOfInboxPath}/before/:before` as const;
/**
 * @param id a notification's
 * @param before how it was: `read`, `archived-unread`, …, or until when it was put off already
 */
export const unsnoozePath = (id: string, before: string) =>
  `${inboxEntryPath(id)}/before/${encodeURIComponent(before)}`;

/** What was read in one act, by its moment. */
export const readAtPagePath = `${inboxPath}/read-at/:readAt` as const;
export const readAtPath = (readAt: string) => `${inboxPath}/read-at/${encodeURIComponent(readAt)}`;

/** Which part of one's inbox is shown: what waits, what of it is unread, what was put off, or what was put away. */
export const inboxParts = ["all", "unread", "snoozed", "archived"] as const;
export type InboxPart = (typeof inboxParts)[number];

/** The reasons by which the page narrows it. */
export const inboxReasons = ["mention", "assignment", "invitation", "approval"] as const;
export type InboxReason = (typeof inboxReasons)[number] & NotificationKind;

/** What of an inbox a page shows, as its URL spells it. */
export interface InboxQuery {
  show: InboxPart;
  /** Any of them; all where there are none. */
  reasons: readonly InboxReason[];
  /** How many entries, where those are more than at first. */
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
