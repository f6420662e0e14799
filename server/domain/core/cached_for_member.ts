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
  { database }: ContextServices,
  member: Member,
  { cache, what }: { cache: MemberCache; what: readonly unknown[] },
  read: () => Promise<T>,
): Promise<T> {
  const none = () => Promise.resolve(new Map<string, unknown>());
  const kept = await database.cachedRead(cache.name, none);
  const key = JSON.stringify([...sightOf(member), ...what]);
  const known = kept.get(key) as T | undefined;
  if (known !== undefined) return known;
  const value = await read();
  if (kept.size >= cache.most) kept.clear();
  kept.set(key, value);
  return value;
}

/**
 * Returns everything about a member that a read returns or depends on. An ID alone isn't enough, because the member was
 * read earlier and might have changed since.
 */
function sightOf(member: Member): unknown[] {
  const { userId, email, profile, workspace, role, teams, hiddenTeamIds, credential } = member;
  const scopes = [...credential.scopes];
  return [userId, email, profile, workspace, role, [...teams], hiddenTeamIds, scopes];
}
