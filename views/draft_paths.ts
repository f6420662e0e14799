import { withQuery } from "./paths.ts";

/** The URLs of the drafts. */

export const draftsPath = "/workspace/drafts";

/** @param shown the number of rows or the cursor, if they aren't the default */
export function draftsPathFor(shown: { rows?: number | undefined; cursor?: string | undefined }) {
  return withQuery(draftsPath, { ...shown });
}
