import type { Member } from "./actor.ts";
import type { ContextServices } from "./operation.ts";

/**
 * A cache for one kind of read, with its maximum size. Beyond it, all entries are dropped, which only costs reading
 * them again.
 */
export interface MemberCache {
  name: string;
  most: number;
}

/**
 * Returns the result of `read`, cached until the next commit for everyone with the same visibility.
 * @param what the key in the cache
 * @param read a read that depends only on the database, the member, and `what`, not on the clock
 */
export async function cachedForMember<T>(
  { database, caches }: ContextServices,
  member: Member,
  { cache, what }: { cache: MemberCache; what: readonly unknown[] },
  read: () => Promise<T>,
): Promise<T> {
  const kept = database.latestReads().group(cache.name);
  const key = sightOf(member, caches.of(sights)) + JSON.stringify(what);
  const known = kept.get(key) as T | undefined;
  if (known !== undefined) return known;
  const value = await read();
  if (kept.size >= cache.most) kept.clear();
  kept.set(key, value);
  return value;
}

/** The result of `sightOf` for the members of unfinished requests. */
const sights = () => new WeakMap<Member, string>();

/**
 * Returns everything about a member that a read returns or depends on, as text. An ID alone isn't enough, because the
 * member was read earlier and might have changed since.
 */
function sightOf(member: Member, known: WeakMap<Member, string>): string {
  const before = known.get(member);
  if (before !== undefined) return before;
  const { userId, email, profile, workspace, role, teams, hiddenTeamIds, credential } = member;
  const sight = JSON.stringify([
    [userId, email, profile, workspace, role, hiddenTeamIds],
    [[...teams], [...credential.scopes]],
  ]);
  known.set(member, sight);
  return sight;
}
