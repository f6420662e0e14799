import type { Member } from "./actor.ts";
import type { ContextServices } from "./operation.ts";

/** Where reads of a kind are kept, and how many at most: past that all are dropped, which only costs reading again. */
export interface MemberCache {
  name: string;
  most: number;
}

/**
 * What `read` gives, or gave whoever sees the same since anything was committed.
 * @param what names it among all that its cache keeps
 * @param read a read that depends on the database, the member and `what` alone, not on the clock
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
 * All of a member that a read tells, or that decides what it tells. Not their id alone: who they are was read before
 * this is, and may have changed since.
 */
function sightOf(member: Member): unknown[] {
  const { userId, email, profile, workspace, role, teams, hiddenTeamIds, credential } = member;
  const scopes = [...credential.scopes];
  return [userId, email, profile, workspace, role, [...teams], hiddenTeamIds, scopes];
}
