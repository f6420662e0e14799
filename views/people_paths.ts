import { withQuery } from "./paths.ts";

/** The list of people and agents in a workspace. */
export const membersPath = "/workspace/members";
/** The pattern of a profile. */
export const memberPagePath = `${membersPath}/:profileId` as const;
/** Returns a profile's page, by ID. */
export const memberPath = (id: string) => `${membersPath}/${id}`;

/** The people and agents to show. */
export interface MembersQuery {
  /** Words of a name, username, address, title, or bio. */
  q?: string | undefined;
  /** Only people, or only agents. */
  kind?: "human" | "agent" | undefined;
  /** Whether to show all, instead of only the first. */
  show?: "all" | undefined;
}

/** Returns the page of members with a query. */
export const membersPathFor = ({ q, kind, show }: MembersQuery) =>
  withQuery(membersPath, { q, kind, show });
