import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import type { SmallKind } from "../text/documents.ts";
import { folded, isLong, MOST_WORDS, partsOf, searchWords } from "../text/words.ts";
import { type Candidate, documentsNamed, findCandidates, findTasksWith } from "./candidates.ts";
import { findOnce } from "./kept_finds.ts";
import type { FoundRecord, SearchInput } from "./schema.ts";
import { kindsFor } from "./kinds_for.ts";
import { locateWord, named } from "./small_kinds.ts";

/** The lengths of words in which one letter can be wrong. Each letter adds two spellings. */
const SHORTEST_NEAR = 4;
const LONGEST_NEAR = 40;
/** The maximum number of words that can have a wrong letter. */
const MOST_NEAR = 6;

/**
 * Returns records whose names might have the words of a text except for one letter, for the caller to compare: those
 * with an extra letter or two swapped letters, then those with half of each word. Visibility is the same as in
 * `findRecords`.
 * @returns the newest of each kind, in no order
 */
export function findNearRecords(
  context: ReadContext<Member>,
  { q, scope }: Pick<z.output<typeof SearchInput>, "q" | "scope">,
): Promise<FoundRecord[]> {
  const { text, kinds } = kindsFor(context.actor, q, scope);
  const words = searchWords(folded(text));
  const isShort = words.length <= MOST_NEAR && partsOf(words.join(" ")).length <= MOST_WORDS;
  if (!isShort || !words.some(isForgiven)) return Promise.resolve([]);
  const { longReads } = context.services.database;
  const near = () =>
    longReads.take(async () => {
      const others = kinds.filter((kind) => kind !== "task");
      const found = new Map<string, Candidate>();
      const some = [
        ...kinds.includes("task") ? await nearTasks(context, words) : [],
        ...others.length > 0 ? await nearOthers(context, others, words) : [],
      ];
      for (const one of some) found.set(one.id, one);
      return [...found.values()].map(({ changed: _changed, favorite, ...one }) => ({
        ...one,
        favorite: favorite === 1,
        matched: "title" as const,
      }));
    });
  return findOnce(context, ["near", q, scope], near);
}

/** Returns tasks by the words' spellings, or else by the words' halves, because a wrong letter is in only one half. */
async function nearTasks(
  context: ReadContext<Member>,
  words: readonly string[],
): Promise<Candidate[]> {
  const close = await findTasksWith(context, { words: words.map(spellingsOf), inNames: true });
  if (close.length > 0) return close;
  // Short words, which must be correct, start many names and cost much, so the caller checks them
  const starts = words.filter(isForgiven).map((word) => [halvesOf(word)[0]]);
  const found = await findTasksWith(context, { words: starts, inNames: true });
  const ends = words.filter(isLong).map((word) => isForgiven(word) ? halvesOf(word)[1] : word);
  if (!ends.every(isLong)) return found;
  return [...found, ...await findTasksWith(context, { words: ends.map((end) => [end]) })];
}

/**
 * Returns records of other kinds by the longest word only, because there are few. Its spellings must start a word of a
 * name, which a single index finds. Only its end can be inside a word.
 */
async function nearOthers(
  context: ReadContext<Member>,
  kinds: readonly SmallKind[],
  words: readonly string[],
): Promise<Candidate[]> {
  const [longest] = words.toSorted((a, b) => b.length - a.length);
  const [start, end] = halvesOf(longest!);
  const begun = await named(context, [...spellingsOf(longest!), start]);
  const ended = isLong(end) ? (await locateWord(context, [end])).having : begun;
  const found: Candidate[] = [];
  for (const kind of kinds) {
    const ids = new Set([...begun.get(kind) ?? [], ...ended.get(kind) ?? []]);
    if (ids.size > 0) found.push(...await findCandidates(context, kind, documentsNamed([...ids])));
  }
  return found;
}

const isForgiven = (word: string) => word.length >= SHORTEST_NEAR && word.length <= LONGEST_NEAR;

function halvesOf(word: string): [start: string, end: string] {
  const half = Math.ceil(word.length / 2);
  return [word.slice(0, half), word.slice(half)];
}

/** Returns a word, and its possible intended spellings if it has an extra letter or two swapped letters. */
function spellingsOf(word: string): string[] {
  if (!isForgiven(word)) return [word];
  const letters = [...word];
  const without = letters.map((_, n) => letters.toSpliced(n, 1).join(""));
  const turned = letters.slice(1).map((letter, n) =>
    letters.toSpliced(n, 2, letter, letters[n]!).join("")
  );
  return [...new Set([word, ...turned, ...without])];
}
