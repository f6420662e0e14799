import { raw } from "hono/html";

/** The mark of a cut. Fields refuse this character, and responses leave it out. */
export const CUT = "\f";

/**
 * Cuts a page, which is compressed part by part. A cut belongs where the text before and the text after change at
 * different times. Each one costs some 200 bytes, because no part refers to another one.
 */
export const Cut = raw(CUT);
