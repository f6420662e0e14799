import { withQuery } from "./paths.ts";

/** The URLs of one's inbox. */

export const inboxPath = "/workspace/inbox";
/** What leads to the inbox with the search open in it. */
export const searchPath = "/workspace/search";

/** One entry of one's inbox. */
export const entryOfInboxPath = `${inboxPath}/:notificationId` as const;
/** @param id a notification's */
export const inboxEntryPath = (id: string) => `${inboxPath}/${id}`;

/** What was read in one act, by its moment. */
export const readAtPagePath = `${inboxPath}/read-at/:readAt` as const;
export const readAtPath = (readAt: string) => `${inboxPath}/read-at/${encodeURIComponent(readAt)}`;

/** Which part of one's inbox is shown: what waits, what of it is unread, or what was put away. */
export const inboxParts = ["all", "unread", "archived"] as const;
export type InboxPart = (typeof inboxParts)[number];

/** What of an inbox a page shows, as its URL spells it. */
export interface InboxQuery {
  show: InboxPart;
  /** How many entries, where those are more than at first. */
  rows?: number | undefined;
  /** From where on, where a page would grow too long. */
  cursor?: string | undefined;
}

export function inboxPathFor({ show, rows, cursor }: InboxQuery): string {
  return withQuery(inboxPath, { show: show === "all" ? undefined : show, rows, cursor });
}
