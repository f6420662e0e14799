import { folded, MOST_WORDS } from "./words.ts";

/** Letters that are no other one with a mark, and those that are typed for them. */
const alike: Readonly<Record<string, string>> = {
  "ł": "l",
  "ø": "o",
  "đ": "d",
  "ð": "d",
  "ħ": "h",
  "ı": "i",
  "ß": "ss",
  "æ": "ae",
  "œ": "oe",
  "þ": "th",
};

/** A name as it is compared with what is typed: letters' case, accents and strokes tell nothing. */
export function plainName(name: string): string {
  return folded(name).replace(/[łøđðħıßæœþ]/g, (letter) => alike[letter]!);
}

/**
 * How well a name fits what was typed; 0 where a word of that isn't in it. `static/js/name_score.js` says the same of what
 * stands in the page.
 * @param typed as `plainName` gives it
 * @param around what stands around the name and tells less than that: its other names, its group
 */
export function nameScore(typed: string, name: string, around = ""): number {
  const [text, beside] = [plainName(name), plainName(around)];
  const sought = new Set(typed.split(/\s+/, MOST_WORDS).filter(Boolean));
  // Most names lack a word, which is quickly seen
  for (const word of sought) if (!text.includes(word) && !beside.includes(word)) return 0;
  const [words, others] = [text.split(SEPARATORS), beside.split(SEPARATORS)];
  let sum = 0;
  for (const word of sought) sum += 2 * fit(word, words, text) || fit(word, others, beside);
  return text === typed.trim() ? sum + 100 : sum;
}

const SEPARATORS = /[^\p{L}\p{N}]+/u;

/** A word as a whole, in front of another, within one, not at all. */
function fit(word: string, words: readonly string[], text: string): number {
  if (words.includes(word)) return 3;
  if (words.some((other) => other.startsWith(word))) return 2;
  return text.includes(word) ? 1 : 0;
}
