import { folded, isLong, phrase } from "./words.ts";

/** An expression of FTS5 for one of the two indexes. */
export interface Match {
  /** The index of trigrams, for words of three or more characters, or the index of the starts of words. */
  index: "search_index" | "search_index_words";
  expression: string;
  /** Finds at least the same texts without looking for phrases; the same expression if it has none. */
  withoutPhrases: string;
  /** Words of which the expression finds only the trigrams. The text must be compared with them. */
  unsure: readonly string[];
}

/** The number of parts between punctuation that the beginning of a name is compared with. */
const BEGINNING = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]+){12}/u;

/**
 * Returns the expressions that together find all of some words, at most one for each index.
 * @param words each in any one of its spellings
 * @param inNames whether to look only at the beginnings of words of keys and titles
 */
export function matchesOf(words: readonly (readonly string[])[], inNames: boolean): Match[] {
  const isFull = (spellings: readonly string[]) => !inNames && spellings.every(isLong);
  const starts = words.filter((spellings) => !isFull(spellings))
    .map((spellings) =>
      anyOf(spellings.map((word) => `${phrase(BEGINNING.exec(word)?.[0] ?? word)}*`))
    );
  const start = starts.join(" AND ");
  const matches: Match[] = [
    { index: "search_index", ...anywhere(words.filter(isFull)) },
    { index: "search_index_words", expression: start, withoutPhrases: start, unsure: [] },
  ];
  return matches.filter(({ expression }) => expression !== "");
}

/**
 * Requires each trigram once. To compare a phrase with a text, FTS5 reads all positions of each of the phrase's
 * trigrams, and a text of one repeated letter has 100,000 of them. Without a phrase, it reads none.
 */
function anywhere(words: readonly (readonly string[])[]): Omit<Match, "index"> {
  const several = words.filter(({ length }) => length > 1)
    .map((spellings) => anyOf(spellings.toSorted().map(phrase)));
  const expressions = [...new Set(several)];
  const single = new Set(words.flatMap((spellings) => spellings.length === 1 ? spellings : []));
  const asked = new Set<string>();
  const found: string[] = [];
  const unsure: string[] = [];
  for (const word of [...single].toSorted((a, b) => b.length - a.length)) {
    const text = folded(word);
    // A text with a longer word has all parts of it
    if (found.some((longer) => longer.includes(text))) continue;
    found.push(text);
    const all = trigramsOf(word);
    const others = all.filter(({ folded }) => !asked.has(folded) && asked.add(folded));
    if (others.length === all.length) {
      expressions.push(phrase(word));
    } else {
      unsure.push(word);
      expressions.push(...others.map(({ letters }) => phrase(letters)));
    }
  }
  const expression = expressions.join(" AND ");
  const hasPhrases = words.flat().some((word) => trigramsOf(word).length > 1);
  const withoutPhrases = hasPhrases ? words.map(withTrigrams).join(" AND ") : expression;
  return { expression, withoutPhrases, unsure };
}

/** Returns the expression for texts that have all trigrams of one of some spellings, in any order. */
export function withTrigrams(spellings: readonly string[]): string {
  return anyOf(spellings.map((word) => {
    const all = new Map(trigramsOf(word).map(({ folded, letters }) => [folded, letters]));
    return all.size === 0 ? phrase(word) : `(${[...all.values()].map(phrase).join(" AND ")})`;
  }));
}

/** Returns the expression for texts that have the parts of a word, which end where the word repeats a trigram. */
export function withParts(word: string): string {
  const parts: string[] = [];
  const asked = new Set<string>();
  let ended = true;
  for (const { folded, letters, last } of trigramsOf(word)) {
    const isNew = !asked.has(folded);
    if (isNew && ended) parts.push(letters);
    else if (isNew) parts.push(`${parts.pop()}${last}`);
    asked.add(folded);
    ended = !isNew;
  }
  return parts.map(phrase).join(" AND ");
}

interface Trigram {
  folded: string;
  letters: string;
  /** The last letter. */
  last: string;
}

/** Returns the trigrams of a word in order. A letter includes its accents. */
function trigramsOf(word: string): Trigram[] {
  const all = word.match(/\P{M}\p{M}*|\p{M}/gu) ?? [];
  return all.slice(2).map((last, n) => {
    const letters = `${all[n]}${all[n + 1]}${last}`;
    return { folded: folded(letters), letters, last };
  });
}

const anyOf = (expressions: string[]) => `(${expressions.join(" OR ")})`;
