import { Buffer } from "node:buffer";
import { z } from "zod";
import { invalidField } from "./errors.ts";
import { pageLimit } from "./fields.ts";

/** What a list takes that is read newest first by id. Ids sort by the time they were made. */
export const pageFields = { limit: pageLimit, cursor: z.string().max(500).optional() };

/** The bound that every id of a first page is below. */
const AFTER_ALL_IDS = "~";

/**
 * The id that a page goes on behind: pass it as `id < …`, so that inserts neither repeat nor skip a record.
 * @throws Invalid when the cursor isn't one
 */
export function idBound(cursor: string | undefined): string {
  if (cursor === undefined) return AFTER_ALL_IDS;
  const id = Buffer.from(cursor, "base64url").toString();
  if (/^[a-z]+_[0-9a-z]{26}$/.test(id)) return id;
  throw invalidField("cursor", "Pass a nextCursor as it was given.");
}

/**
 * Cuts a page of JSON records out of rows, of which one more than `limit` were read.
 * @returns the records as a JSON array, and the cursor of the next page, null on the last
 */
export function pageOf(rows: { id: string; json: string }[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    json: `[${page.map((row) => row.json).join(",")}]`,
    nextCursor: last && rows.length > limit ? Buffer.from(last.id).toString("base64url") : null,
  };
}
