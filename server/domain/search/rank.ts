import type { Candidate } from "./candidates.ts";
import type { FoundRecord } from "./schema.ts";
import { folded, searchWords, wordStartOf } from "../text/words.ts";

/** How good a match is, the best last: the order of `search`. */
const grades = {
  synonym: 0,
  field: 1,
  text: 1,
  title: 2,
  wordStart: 3,
  titleStart: 4,
  exact: 5,
  key: 6,
} as const;

/**
 * Puts what was found in order, each record once with its best match. Of equally good ones the actor's favorites come
 * first, then people and teams, which are few, then whatever was changed last, then what was found first.
 * @param found how each was matched; the same record may come several times
 */
export function rank(text: string, found: [FoundRecord["matched"], Candidate][]): FoundRecord[] {
  const sought = soughtAs(text);
  const best = new Map<string, { grade: number; matched: FoundRecord["matched"]; of: Candidate }>();
  for (const [matched, of] of found) {
    const grade = gradeOf(sought, matched, of);
    const before = best.get(of.id);
    if (before && before.grade >= grade) continue;
    const matchedIn = grade === grades.key ? "key" : grade >= grades.title ? "title" : matched;
    best.set(of.id, { grade, matched: matchedIn, of });
  }
  return [...best.values()]
    .sort((a, b) => b.grade - a.grade || comparePlaces(a.of, b.of))
    .map(({ of, matched }) => recordOf(of, matched));
}

/**
 * Whether so many titles are matched at the start of a word or better that nothing else in which the words just stand
 * comes among the first.
 * @param candidates the newest in whose title or key the words stand
 */
export function fillsTheTop(text: string, candidates: Candidate[], limit: number): boolean {
  const sought = soughtAs(text);
  const good = candidates.filter((one) => gradeOf(sought, "title", one) > grades.title);
  return good.length >= limit;
}

/** What is looked for, folded, and where a word starts with it. */
interface Needle {
  needle: string;
  wordStart: RegExp;
}

function soughtAs(text: string): Needle {
  const needle = folded(text);
  return { needle, wordStart: wordStartOf(needle) };
}

function gradeOf(
  { needle, wordStart }: Needle,
  matched: FoundRecord["matched"],
  candidate: Candidate,
): number {
  if (matched === "key" || folded(candidate.key) === needle) return grades.key;
  const title = folded(candidate.title);
  if (!title.includes(needle)) {
    const names = `${title} ${folded(candidate.key)}`;
    const inNames = matched === "text" && searchWords(needle).every((word) => names.includes(word));
    return inNames ? grades.title : grades[matched];
  }
  if (title === needle) return grades.exact;
  if (title.startsWith(needle)) return grades.titleStart;
  return wordStart.test(title) ? grades.wordStart : grades.title;
}

function comparePlaces(a: Candidate, b: Candidate): number {
  if (a.favorite !== b.favorite) return b.favorite - a.favorite;
  if (a.changed === b.changed) return 0;
  if (a.changed === null || b.changed === null) return a.changed === null ? -1 : 1;
  return a.changed < b.changed ? 1 : -1;
}

function recordOf(
  { kind, id, key, title, subtitle, status, favorite }: Candidate,
  matched: FoundRecord["matched"],
): FoundRecord {
  return { kind, id, key, title, subtitle, status, favorite: favorite === 1, matched };
}
