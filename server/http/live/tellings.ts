import type { Member } from "../../domain/core/actor.ts";
import { canReceive, type News, sightOf, type Topic } from "../../domain/live/topics.ts";
import { briefly, type Told } from "./stream.ts";

/**
 * Returns a function that lists the topics a member can see. It computes them once for all members with the same
 * visibility.
 */
export function topicsFor(news: readonly News[]): (member: Member) => Told["topics"] {
  const known = new Map<string, Told["topics"]>();
  const shared = news.filter(({ only }) => only === undefined);
  const owned = news.filter(({ only }) => only !== undefined);
  const topicsOf = (some: readonly News[], member: Member): Topic[] => [
    ...new Set(some.filter((one) => canReceive(member, one)).map(({ topic }) => topic)),
  ];
  return (member) => {
    const own = topicsOf(owned, member);
    const key = sightOf(member);
    if (own.length > 0) return briefly([...topicsOf(shared, member), ...own]);
    const topics = known.get(key) ?? briefly(topicsOf(shared, member));
    known.set(key, topics);
    return topics;
  };
}
