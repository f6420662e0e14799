import { withQuery } from "./paths.ts";

/** The URLs of the drafts. */

export const draftsPath = "/workspace/drafts";

/** @param shown how many of them, or from where on, where that isn't as at first */
export function draftsPathFor(shown: { rows?: number | undefined; cursor?: string | undefined }) {
  return withQuery(draftsPath, { ...shown });
}
