import { z } from "zod";

/** How many records one page of a list may hold. */
export const LARGEST_PAGE = 250;

const sizes = `Enter a number from 1 to ${LARGEST_PAGE}.`;
const limit = z.coerce.number(sizes).int(sizes).min(1, sizes).max(LARGEST_PAGE, sizes)
  .default(50).describe(`Maximum number of records to return, from 1 to ${LARGEST_PAGE}.`);

const cursor = z.string().max(1_000).optional()
  .describe("The previous page's `nextCursor`. Use the same filters and sort order.");

/** What every list takes: a page's size, 50 unless said otherwise, and where the last page ended, as it was given. */
export const pageFields = { limit, cursor };
