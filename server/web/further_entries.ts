import { LARGEST_PAGE } from "../domain/core/page_size.ts";

/** How many entries a page shows at first, and how many more each time. */
const STEP = 50;

/** What of a list of entries a page shows, as its URL spells it. */
export interface EntriesShown {
  /** How many; nothing for as many as at first. */
  rows?: number | undefined;
  /** From where on, where a page would grow too long. */
  cursor?: string | undefined;
}

export function entriesShown(search: URLSearchParams): EntriesShown {
  const rows = Math.ceil(Number(search.get("rows")) / STEP) * STEP;
  return {
    rows: rows > STEP ? Math.min(rows, LARGEST_PAGE) : undefined,
    cursor: search.get("cursor") ?? undefined,
  };
}

/** The page of a list to be asked for. */
export const askedFor = ({ rows = STEP, cursor }: EntriesShown) => ({ limit: rows, cursor });

/**
 * Returns what shows more of them: this page with more, or the next one where this page holds as many as it can.
 * @param page the entries as they were read
 */
export function furtherEntries(
  { rows = STEP, cursor }: EntriesShown,
  { size, nextCursor }: { size: number; nextCursor: string | null },
): { shown: EntriesShown; inPlace: boolean } | null {
  if (nextCursor === null) return null;
  // A page of long texts ends before it has as many as it was asked for
  return rows < LARGEST_PAGE && size === rows
    ? { shown: { cursor, rows: rows + STEP }, inPlace: true }
    : { shown: { cursor: nextCursor }, inPlace: false };
}
