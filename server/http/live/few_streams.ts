import type { Member } from "../../domain/core/actor.ts";
import { TooMany } from "../../domain/core/errors.ts";

/** How many streams there may be: of one session, as a browser has connections, and of all sessions of somebody. */
const MOST_OF_SESSION = 6;
const MOST_OF_USER = 60;

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
