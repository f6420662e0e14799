/** Groups of words that mean the same in searches. */
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

/** Returns the searchable words of a text: those with a letter, a digit, or a symbol such as an emoji. */
export function searchWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}\p{So}]/u.test(word)).slice(0, MOST_WORDS);
}

/** Returns the parts of a text between spaces and punctuation. */
export function partsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
}

/** Returns the synonyms of a word. Most words have none. */
export function synonymsOf(word: string): string[] {
  const group = synonyms.find((one) => one.includes(folded(word))) ?? [];
  return group.filter((other) => other !== folded(word));
}

/** Returns whether the trigram index can find a word. */
export function isLong(word: string): boolean {
  return [...word].length >= 3;
}

/**
 * Returns whether the index of words can't find a word: its script has no spaces between words, so it can be
 * anywhere in a run of letters, or it has no letters, such as an emoji.
 */
export function isUnspaced(word: string): boolean {
  const scripts =
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
  return scripts.test(word) || !/[\p{L}\p{N}]/u.test(word);
}

/** Returns a text in the form that search compares: in lower case, without accents. */
export function folded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Returns whether a word of a name starts with a text.
 * @param text folded, as the name is
 */
export function hasWordStart(name: string, text: string): boolean {
  return wordStartOf(text).test(name);
}

/** Returns a pattern for the start of a word. The text must be folded in the same way as the searched text. */
export function wordStartOf(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}`, "u");
}

/** Returns a text as a phrase for FTS5. */
export function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
