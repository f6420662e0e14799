import type { Member } from "../../domain/core/actor.ts";
import { TooMany } from "../../domain/core/errors.ts";
import { Busy } from "../errors.ts";
import type { EventStream } from "./stream.ts";

/** The number of streams: of one session, as many as a browser has connections, of a person's sessions, and in all. */
const MOST_OF_SESSION = 6;
const MOST_OF_USER = 60;
export const MOST_IN_ALL = 2_000;

/** @throws TooMany where somebody, or their session, listens as often as they may */
export function requireFewStreams(
  listening: Iterable<{ member: Member }>,
  { userId, credential }: Member,
): void {
  const theirs = [...listening].filter(({ member }) => member.userId === userId);
  const same = theirs.filter(({ member }) => member.credential.id === credential.id);
  const refuse = (message: string) => {
    const hint = "Close a stream, or connect again in a moment.";
    throw new TooMany(message, 30, { code: "too_many_streams", hint });
  };
  if (same.length >= MOST_OF_SESSION) refuse("This session has too many open streams.");
  if (theirs.length >= MOST_OF_USER) refuse("Your sessions have too many open streams.");
}

/**
 * Makes room for another stream of a person: if all streams are taken, ends the oldest stream of the person with the most.
 * @param most the number of streams in all
 * @throws Busy if that person wouldn't have more than this one
 */
export function makeRoom(
  listening: Iterable<{ member: Member; stream: EventStream }>,
  { userId }: Member,
  most: number,
): void {
  const all = [...listening];
  if (all.length < most) return;
  const ofEach = Map.groupBy(all, ({ member }) => member.userId);
  const own = ofEach.get(userId)?.length ?? 0;
  const [largest] = [...ofEach.values()].sort((a, b) => b.length - a.length);
  if (!largest || largest.length <= own + 1) throw new Busy();
  largest[0]!.stream.end("stopped");
}
