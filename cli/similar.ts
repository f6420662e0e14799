import { oneOf } from "./command.ts";

/** Commands of other tools, with Backlog's command. */
const otherCommands: Readonly<Record<string, string>> = {
  new: "create",
  add: "create",
  edit: "update",
  get: "show",
  delete: "archive",
  remove: "archive",
};
/** Filters and projects have labels, and tasks have tags, as in the API. */
const otherParts: Readonly<Record<string, string>> = {
  label: "tag",
  labels: "tags",
  tag: "label",
  tags: "labels",
};
/** The highest number of mistakes in a similar word. */
const mistakesAllowed = 3;

/**
 * Returns ` Did you mean list?`, or an empty text if no known word is similar. `backlog.sh` suggests the same words.
 * @param word a command, a topic, or an option with its dashes
 */
export function suggestionFor(word: string, known: readonly string[]): string {
  if (/^-(?!-)/.test(word)) return "";
  const other = otherCommands[word] ??
    word.split("-").map((part) => otherParts[part] ?? part).join("-");
  const found = [...new Set(known)].map((one) => ({
    one,
    mistakes: Math.min(countMistakes(word, one), countMistakes(other, one)),
  }));
  const fewest = Math.min(mistakesAllowed, ...found.map(({ mistakes }) => mistakes));
  const words = found.filter(({ mistakes }) => mistakes === fewest).map(({ one }) => one).sort();
  if (words.length === 0) return "";
  return ` Did you mean ${words.length > 1 ? oneOf(words) : words[0]}?`;
}

/** Counts the mistakes in a word, without its dashes. Returns infinity if most letters are wrong. */
function countMistakes(word: string, meant: string): number {
  const [one, other] = [word, meant].map((text) => text.replace(/^--/, "")) as [string, string];
  const longest = Math.max(one.length, other.length);
  const mistakes = distanceOf(one, other);
  return longest > 1 && mistakes / longest < 0.6 ? mistakes : Infinity;
}

/** Counts wrong, missing, extra, and swapped letters. */
function distanceOf(one: string, other: string): number {
  const cells = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number) => cells[i]![j]!;
  for (let j = 0; j <= other.length; j++) cells[0]![j] = j;
  for (let j = 1; j <= other.length; j++) {
    for (let i = 1; i <= one.length; i++) {
      const wrong = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      cells[i]![j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + wrong,
        ...(i > 1 && j > 1 && swapped ? [at(i - 2, j - 2) + 1] : []),
      );
    }
  }
  return at(one.length, other.length);
}
