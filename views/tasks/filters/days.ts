import type { FilterChoice } from "./filter.ts";

/** A day as a filter names it: `today` and days told from it in words, any other as it is. */
export function dayWords(word: string): string {
  if (word === "today" || word === "1d" || word === "-1d") {
    return { today: "today", "1d": "tomorrow", "-1d": "yesterday" }[word];
  }
  const [, before, count] = /^(-?)(\d+)d$/.exec(word) ?? [];
  if (!count) return word;
  return before ? `${count} days ago` : `${count} days from now`;
}

/** Days to choose from. @param words each as a filter names it */
export function days(...words: readonly string[]): FilterChoice[] {
  return words.map((value) => {
    const name = dayWords(value);
    return { name: name[0]!.toUpperCase() + name.slice(1), value };
  });
}
