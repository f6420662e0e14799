import { Buffer } from "node:buffer";
import { z } from "zod";
import { invalidField } from "./errors.ts";

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
