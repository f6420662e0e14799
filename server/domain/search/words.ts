/** Words that mean one thing to people who search. */
const synonyms = [
  ["task", "ticket"],
  ["project", "initiative"],
  ["assign", "owner"],
  ["complete", "done"],
  ["progress", "active"],
  ["draft", "unpublished"],
];

/** The words of a text that can be looked for: those with a letter, a digit or a symbol such as an emoji. */
export function searchWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}\p{So}]/u.test(word)).slice(0, 12);
}

/** Whether the trigram index can find them all. */
export function areLong(words: readonly string[]): boolean {
  return words.every((word) => [...word].length >= 3);
}

/** Text as search compares it: lower case, without accents. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A text as a phrase of FTS5. */
export function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** An FTS5 expression that asks for all of the words, or for other words of the same meaning; null without any. */
export function withSynonyms(words: readonly string[]): string | null {
  let known = false;
  const asked = words.map((word) => {
    const group = synonyms.find((one) => one.includes(folded(word)));
    if (!group) return phrase(word);
    known = true;
    return `(${group.map(phrase).join(" OR ")})`;
  });
  return known ? asked.join(" AND ") : null;
}
