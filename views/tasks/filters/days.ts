import type { FilterChoice } from "./filter.ts";

/** Names a date of a filter: dates relative to today in words, others unchanged. */
export function dayWords(word: string): string {
  if (word === "today" || word === "1d" || word === "-1d") {
    return { today: "today", "1d": "tomorrow", "-1d": "yesterday" }[word];
  }
  const [, before, count] = /^(-?)(\d+)d$/.exec(word) ?? [];
  if (!count) return word;
  return before ? `${count} days ago` : `${count} days from now`;
}

/** Returns the choices for dates. @param words the dates as in filters */
export function days(...words: readonly string[]): FilterChoice[] {
  return words.map((value) => {
    const name = dayWords(value);
    return { name: name[0]!.toUpperCase() + name.slice(1), value };
  });
}
