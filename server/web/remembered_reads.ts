import type { Member } from "../domain/core/actor.ts";
import type { Deps } from "../http/env.ts";

/** How many answers are kept at most; past that all are dropped, which only costs reading them again. */
const MOST_KEPT = 1_000;

/**
 * What `read` gives, or gave whoever sees the same since anything was committed.
 * @param what names it among all that is read so
 * @param read a read that depends on the database, the member and `what` alone, not on the clock
 */
export async function rememberedRead<T>(
  { database }: Deps,
  member: Member,
  what: unknown[],
  read: () => Promise<T>,
): Promise<T> {
  const none = () => Promise.resolve(new Map<string, unknown>());
  const kept = await database.unchanged("pages", none);
  const key = JSON.stringify([...sightOf(member), ...what]);
  const known = kept.get(key) as T | undefined;
  if (known !== undefined) return known;
  const value = await read();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, value);
  return value;
}

/**
 * All of a member that a page shows, or that decides what it does. Not their id alone: who they are was read before
 * this is, and may have changed since.
 */
function sightOf({ email, profile, workspace, role, teams, hiddenTeamIds }: Member): unknown[] {
  return [email, profile, workspace, role, [...teams], hiddenTeamIds];
}
