import { Buffer } from "node:buffer";
import { z } from "zod";
import { invalidField } from "./errors.ts";
import { pageLimit } from "./fields.ts";

/** What a list takes that is read page by page. */
export const pageFields = { limit: pageLimit, cursor: z.string().max(500).optional() };

/** Where a page ended: which list, and the key of its last record. */
const Position = z.tuple([z.string(), z.union([z.string(), z.number()])]);

/**
 * The key behind which a list goes on. A page goes on by key, so that inserts neither repeat nor skip a record.
 * @param list the list's own name, so that no cursor of another is taken
 * @throws Invalid when the cursor isn't one, or belongs to another list
 */
export function readCursor(list: string, cursor: string): string | number {
  try {
    const [from, key] = Position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (from === list) return key;
  } catch { /* told below */ }
  throw invalidField("cursor", "Pass a nextCursor as it was given.");
}

/**
 * Cuts one page out of rows of which one more than the limit was read, and gives the next page's cursor, null on
 * the last.
 */
export function cutPage<R extends { key: string | number; json: string }>(
  list: string,
  rows: R[],
  limit: number,
): { json: string; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = last !== undefined && rows.length > limit;
  return {
    json: `[${page.map((row) => row.json).join(",")}]`,
    nextCursor: more ? Buffer.from(JSON.stringify([list, last.key])).toString("base64url") : null,
  };
}

/** What every id comes before, in SQLite's order of bytes. */
const BEYOND_ALL_IDS = "~";

/**
 * The id that a list of the newest first goes on behind, for `id < …`; without a cursor one beyond all.
 * @throws Invalid as `readCursor` does
 */
export function behind(list: string, cursor: string | undefined): string {
  return cursor === undefined ? BEYOND_ALL_IDS : String(readCursor(list, cursor));
}
