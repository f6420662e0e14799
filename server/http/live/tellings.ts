import type { Member } from "../../domain/core/actor.ts";
import type { Batch } from "../../domain/live/read_news.ts";
import { mayHear, type News, sightOf, type Topic } from "../../domain/live/topics.ts";
import { spelled } from "./points.ts";
import { briefly, encoded, EVERYTHING, type Told } from "./stream.ts";

/** What of somebody decides how pages look to them. */
export function looksOf(member: Member): string {
  return JSON.stringify([sightOf(member), member.role, [...member.teams]]);
}

/** What a batch is to each: worked out once for all who see the same. @returns null where there is nothing for them */
export function tellsOf(
  { to, news }: Batch,
): (member: Member) => { told: Told; bytes: Uint8Array<ArrayBuffer> } | null {
  const seq = spelled(to);
  const known = new Map<string, ReturnType<typeof tellable>>();
  const tellable = (topics: Told["topics"]) => {
    const told = { seq, topics };
    return topics.length === 0 ? null : { told, bytes: encoded(told) };
  };
  if (news === null) {
    const all = tellable([EVERYTHING]);
    return () => all;
  }
  const shared = news.filter(({ only }) => only === undefined);
  const owned = news.filter(({ only }) => only !== undefined);
  const topicsOf = (some: readonly News[], member: Member): Topic[] => [
    ...new Set(some.filter((one) => mayHear(member, one)).map(({ topic }) => topic)),
  ];
  return (member) => {
    const own = topicsOf(owned, member);
    const key = sightOf(member);
    if (own.length > 0) return tellable(briefly([...topicsOf(shared, member), ...own]));
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const told = tellable(briefly(topicsOf(shared, member)));
    known.set(key, told);
    return told;
  };
}
