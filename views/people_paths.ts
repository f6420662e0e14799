import { withQuery } from "./paths.ts";

/** Where the people and agents of a workspace are. */
export const membersPath = "/workspace/members";
/** Pattern of one of them. */
export const memberPagePath = `${membersPath}/:profileId` as const;
/** One of them, by the profile's id. */
export const memberPath = (id: string) => `${membersPath}/${id}`;

/** Which of them are shown. */
export interface MembersQuery {
  /** Words of a name, username, address, title or bio. */
  q?: string | undefined;
  /** People alone, or agents alone. */
  kind?: "human" | "agent" | undefined;
  /** All of them, where only the first would be shown. */
  show?: "all" | undefined;
}

/** The list of those that a query names. */
export const membersPathFor = ({ q, kind, show }: MembersQuery) =>
  withQuery(membersPath, { q, kind, show });
