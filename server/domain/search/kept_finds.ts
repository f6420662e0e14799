import { cachedForMember, type MemberCache } from "../core/cached_for_member.ts";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import type { FoundRecord } from "./schema.ts";

const finds: MemberCache = { name: "finds", most: 300 };

/**
 * Returns the records that `find` found, or found since the last commit for a member who sees the same. People type the
 * same words again, and the palette looks for one text in several ways.
 * @param what the name of the search method and its input, which determine the result together with the member and the
 * database
 */
export function findOnce(
  context: ReadContext<Member>,
  what: readonly unknown[],
  find: () => Promise<FoundRecord[]>,
): Promise<FoundRecord[]> {
  // A write sees uncommitted changes
  if ("tx" in context) return find();
  return cachedForMember(context.services, context.actor, { cache: finds, what }, find);
}
