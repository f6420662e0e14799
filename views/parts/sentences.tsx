import type { Child } from "hono/jsx";
import { keepsWhatItShould } from "../../server/domain/activity/kinds.ts";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { Priority } from "../../server/domain/vocabulary.ts";
import { PriorityMark } from "../ui/marks.tsx";
import type { PageClock } from "../ui/time.tsx";
import { priorityWords } from "../ui/words.ts";

/**
 * What an entry of history says happened. A kind that a newer process wrote, and this page doesn't know, is a change, and so
 * is one that keeps something else than it should.
 * @param sentences by their kinds @param change what is said of a change alone
 * @throws whatever a sentence throws over what its kind should keep: then the sentence is wrong
 */
export function sentenceIn(
  sentences: Readonly<Record<string, (change: never, clock: PageClock) => Child>>,
  activity: Activity,
  clock: PageClock,
  change: string,
): Child {
  try {
    return sentences[activity.kind]?.(activity.data as never, clock) ?? change;
  } catch (error) {
    if (keepsWhatItShould(activity)) throw error;
    return change;
  }
}

/** From which priority to which something came. */
export function priorityChanged({ from, to }: { from: Priority; to: Priority }): Child {
  return (
    <>
      changed the priority from <PriorityWord priority={from} /> to <PriorityWord priority={to} />
    </>
  );
}

function PriorityWord({ priority }: { priority: Priority }) {
  return (
    <b class="told">
      <PriorityMark priority={priority} />
      {priorityWords[priority]}
    </b>
  );
}

/** What was put on something and taken off it, by name. @param word what one of it is called */
export function putOnAndTakenOff(
  word: string,
  added: readonly string[],
  removed: readonly string[],
): Child {
  return (
    <>
      {added.length > 0 && sentence("added", word, added)}
      {added.length > 0 && removed.length > 0 && " and "}
      {removed.length > 0 && sentence("removed", word, removed)}
    </>
  );
}

function sentence(did: string, word: string, names: readonly string[]): Child {
  return (
    <>
      {did} the {word}
      {names.length > 1 && "s"} <b>{names.join(", ")}</b>
    </>
  );
}
