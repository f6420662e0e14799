import type { Child } from "hono/jsx";
import { keepsWhatItShould } from "../../server/domain/activity/kinds.ts";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { Priority } from "../../server/domain/vocabulary.ts";
import { PriorityMark } from "../ui/marks.tsx";
import type { PageClock } from "../ui/time.tsx";
import { priorityWords } from "../ui/words.ts";

/**
 * Describes an activity. Kinds from a newer version and activities with unexpected data get a general sentence.
 * @param sentences the sentences by kind @param change the general sentence
 * @throws the error of a sentence that fails on valid data, because that is a bug in the sentence
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

/** The sentence of a changed priority. */
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

/** The sentence of added and removed labels or members. @param word the noun, in the singular */
export function describeAddedAndRemoved(
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
