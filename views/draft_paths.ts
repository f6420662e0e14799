import { withQuery } from "./paths.ts";

/** The URLs of the drafts. */

export const draftsPath = "/workspace/drafts";

/** The part of the drafts that a page shows. */
export interface DraftsQuery {
  /** Whether it shows all drafts instead of the viewer's own. */
  all?: boolean | undefined;
  /** The ID or reference of the draft to mark. */
  draft?: string | undefined;
  /** The number of drafts, if more than at first. */
  rows?: number | undefined;
  /** The point to continue from. */
  cursor?: string | undefined;
}

export function draftsPathFor({ all, ...rest }: DraftsQuery): string {
  return withQuery(draftsPath, { show: all ? "all" : undefined, ...rest });
}
