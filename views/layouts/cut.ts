import { raw } from "hono/html";

/** The mark of a cut. Fields refuse this character, and responses leave it out. */
export const CUT = "\f";

/**
 * Splits a page into parts that are compressed separately. A cut belongs between texts that change at different times.
 * Each cut costs about 200 bytes, because parts can't refer to each other.
 */
export const Cut = raw(CUT);
