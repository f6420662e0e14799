import { folded, MOST_WORDS } from "./words.ts";

/** Letters that have no base letter with an accent, and the letters typed for them. */
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

/** Returns a name for comparison with typed text, without case, accents, and strokes. */
export function plainName(name: string): string {
  return folded(name).replace(/[łøđðħıßæœþ]/g, (letter) => alike[letter]!);
}

/**
 * Scores how well a name matches typed text; 0 if a word is missing. `static/js/name_score.js` scores the names in a
 * page in the same way.
 * @param typed text from `plainName`
 * @param around text beside the name that counts less: its other names, its group
 */
export function nameScore(typed: string, name: string, around = ""): number {
  const [text, beside] = [plainName(name), plainName(around)];
  const sought = new Set(typed.split(/\s+/, MOST_WORDS).filter(Boolean));
  // Most names lack a word, which is fast to check
  for (const word of sought) if (!text.includes(word) && !beside.includes(word)) return 0;
  const [words, others] = [text.split(SEPARATORS), beside.split(SEPARATORS)];
  let sum = 0;
  for (const word of sought) sum += 2 * fit(word, words, text) || fit(word, others, beside);
  return text === typed.trim() ? sum + 100 : sum;
}

const SEPARATORS = /[^\p{L}\p{N}]+/u;

/** Scores a word: the whole word, the start of a word, inside a word, or no match. */
function fit(word: string, words: readonly string[], text: string): number {
  if (words.includes(word)) return 3;
  if (words.some((other) => other.startsWith(word))) return 2;
  return text.includes(word) ? 1 : 0;
}
