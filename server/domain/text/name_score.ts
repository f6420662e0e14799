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
  let sum = 0;
  for (const word of sought) sum += 2 * fit(word, text) || fit(word, beside);
  return text === typed.trim() ? sum + 100 : sum;
}

/** A word as a whole, in front of another, within one, not at all. */
function fit(word: string, text: string): number {
  let best = 0;
  const whole = !SEPARATOR.test(word);
  for (let at = text.indexOf(word); at >= 0 && best < 3; at = text.indexOf(word, at + 1)) {
    const starts = whole && (at === 0 || ends(text, at - 1));
    const fits = starts ? ends(text, at + word.length) ? 3 : 2 : 1;
    best = Math.max(best, fits);
  }
  return best;
}

const SEPARATOR = /[^\p{L}\p{N}]/u;

/** Whether a word ends at a place of a text. */
function ends(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122 || code >= 48 && code <= 57) return false;
  return at >= text.length || SEPARATOR.test(text[at]!);
}
