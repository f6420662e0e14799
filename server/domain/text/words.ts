/** Words that mean one thing to people who search. */
const synonyms = [
  ["task", "ticket"],
  ["project", "initiative"],
  ["assign", "owner"],
  ["complete", "done"],
  ["progress", "active"],
  ["draft", "unpublished"],
];

/** The maximum number of words, or of parts between punctuation, that a search compares with texts and names. */
export const MOST_WORDS = 12;

/** The words of a text that can be looked for: those with a letter, a digit or a symbol such as an emoji. */
export function searchWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}\p{So}]/u.test(word)).slice(0, MOST_WORDS);
}

/** Returns the parts of a text between spaces and punctuation. */
export function partsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
}

/** The other words of the same meaning; none for most. */
export function synonymsOf(word: string): string[] {
  const group = synonyms.find((one) => one.includes(folded(word))) ?? [];
  return group.filter((other) => other !== folded(word));
}

/** Whether the trigram index can find it. */
export function isLong(word: string): boolean {
  return [...word].length >= 3;
}

/**
 * Whether the index of words can't find it: it is of a script that puts no space between words, so that a word stands
 * anywhere in a run of letters, or has no letter at all, an emoji say.
 */
export function isUnspaced(word: string): boolean {
  const scripts =
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
  return scripts.test(word) || !/[\p{L}\p{N}]/u.test(word);
}

/** Text as search compares it: lower case, without accents. */
export function folded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Whether a word of a name starts with a text.
 * @param text folded, as the name is
 */
export function hasWordStart(name: string, text: string): boolean {
  return wordStartOf(text).test(name);
}

/** The start of a word that starts with a text, which is folded as what it is looked for in. */
export function wordStartOf(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}`, "u");
}

/** A text as a phrase of FTS5. */
export function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
