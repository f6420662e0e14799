import { z } from "zod";

/** The maximum number of records on a page. */
export const LARGEST_PAGE = 250;

const sizes = `Enter a number from 1 to ${LARGEST_PAGE}.`;
const limit = z.coerce.number(sizes).int(sizes).min(1, sizes).max(LARGEST_PAGE, sizes)
  .default(50).describe(`Maximum number of records to return, from 1 to ${LARGEST_PAGE}.`);

const cursor = z.string().max(1_000).optional()
  .describe("The previous page's `nextCursor`. Use the same filters and sort order.");

/** The parameters of every list: the page size, 50 by default, and the cursor. */
export const pageFields = { limit, cursor };
