import { LARGEST_PAGE } from "../domain/core/page_size.ts";

/** The number of entries on a page, and of each "Show more". */
const STEP = 50;

/** The shown entries of a list, as in the page's URL. */
export interface EntriesShown {
  /** The number of entries; omitted for the default. */
  rows?: number | undefined;
  /** The cursor of a continued list, if one page would be too long. */
  cursor?: string | undefined;
}

export function entriesShown(search: URLSearchParams): EntriesShown {
  const rows = Math.ceil(Number(search.get("rows")) / STEP) * STEP;
  return {
    rows: rows > STEP ? Math.min(rows, LARGEST_PAGE) : undefined,
    cursor: search.get("cursor") ?? undefined,
  };
}

/** Returns the page of a list to request. */
export const askedFor = ({ rows = STEP, cursor }: EntriesShown) => ({ limit: rows, cursor });

/**
 * Returns the link to more entries: on this page, or on the next one if this page is full.
 * @param page the entries that were read
 */
export function furtherEntries(
  { rows = STEP, cursor }: EntriesShown,
  { size, nextCursor }: { size: number; nextCursor: string | null },
): { shown: EntriesShown; inPlace: boolean } | null {
  if (nextCursor === null) return null;
  // A page of long texts can end before it has the requested number
  return rows < LARGEST_PAGE && size === rows
    ? { shown: { cursor, rows: rows + STEP }, inPlace: true }
    : { shown: { cursor: nextCursor }, inPlace: false };
}
