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

/** What shows more of them: this page with more, or the next one where it holds as many as it may. */
export function furtherEntries(
  { rows = STEP, cursor }: EntriesShown,
  next: string | null,
): { shown: EntriesShown; inPlace: boolean } | null {
  if (next === null) return null;
  return rows < LARGEST_PAGE
    ? { shown: { cursor, rows: rows + STEP }, inPlace: true }
    : { shown: { cursor: next }, inPlace: false };
}
