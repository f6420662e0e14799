import type { Candidate } from "./candidates.ts";
import type { FoundRecord } from "./schema.ts";
import { folded, searchWords, wordStartOf } from "../text/words.ts";

/** The quality of a match, the best last: the order of `search`. */
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

interface Ranked {
  grade: number;
  matched: FoundRecord["matched"];
  of: Candidate;
}

/** Returns whether a text has the form of a whole reference, such as ENG-12. */
export function isReference(text: string): boolean {
  return /^[a-z][a-z0-9]{0,9}-\d{1,9}$/i.test(text);
}

/** Sorts the records of one search. Computes the rank of each record only once. */
export class Ranking {
  readonly #needle: string;
  /** Finds a word that starts with the needle. */
  readonly #wordStart: RegExp;
  readonly #inTitle = new Map<Candidate, number | null>();

  /** @param text the search text */
  constructor(text: string) {
    this.#needle = folded(text);
    this.#wordStart = wordStartOf(this.#needle);
  }

  /**
   * Returns the first of the found records, each once with its best match. Among equally good matches, the actor's
   * favorites come first, then people and teams, which are few, then the most recently changed, then the first found.
   * @param found the kind of match of each record, which can appear several times
   */
  first(limit: number, found: readonly [FoundRecord["matched"], Candidate][]): FoundRecord[] {
    const best = new Map<string, Ranked>();
    for (const [matched, of] of found) {
      const grade = this.#gradeOf(matched, of);
      const before = best.get(of.id);
      if (before && before.grade >= grade) continue;
      const matchedIn = grade === grades.key ? "key" : grade >= grades.title ? "title" : matched;
      best.set(of.id, { grade, matched: matchedIn, of });
    }
    return firstOf(best.values(), limit).map(({ of, matched }) => recordOf(of, matched));
  }

  /**
   * Returns whether so many titles match at the start of a word or better that records with the words elsewhere can't
   * be among the first. The start of enough references counts too, because texts only mention references.
   * @param found the newest records with the words in their title or key
   */
  isFilledBy(found: readonly [unknown, Candidate][], limit: number): boolean {
    const needle = this.#needle;
    const begins = isReference(needle)
      ? ({ key }: Candidate) => folded(key).startsWith(needle)
      : () => false;
    let good = 0;
    for (const [, one] of found) {
      if (this.#gradeOf("title", one) > grades.title || begins(one)) good++;
    }
    return good >= limit;
  }

  #gradeOf(matched: FoundRecord["matched"], candidate: Candidate): number {
    if (matched === "key") return grades.key;
    let grade = this.#inTitle.get(candidate);
    if (grade === undefined) {
      grade = this.#gradeInNames(candidate);
      this.#inTitle.set(candidate, grade);
    }
    if (grade !== null) return grade;
    return matched === "text" && this.#hasAllInNames(candidate) ? grades.title : grades[matched];
  }

  /** Returns how well the key or title matches by itself, or null if neither contains the exact text. */
  #gradeInNames(candidate: Candidate): number | null {
    const needle = this.#needle;
    if (folded(candidate.key) === needle) return grades.key;
    const title = folded(candidate.title);
    if (!title.includes(needle)) return null;
    if (title === needle) return grades.exact;
    if (title.startsWith(needle)) return grades.titleStart;
    return this.#wordStart.test(title) ? grades.wordStart : grades.title;
  }

  #hasAllInNames({ key, title }: Candidate): boolean {
    const names = `${folded(title)} ${folded(key)}`;
    return searchWords(this.#needle).every((word) => names.includes(word));
  }
}

/** Returns the first of some records in order, without sorting the rest. */
function firstOf(all: Iterable<Ranked>, limit: number): Ranked[] {
  const first: Ranked[] = [];
  for (const one of all) {
    let place = first.length;
    while (place > 0 && comparePlaces(first[place - 1]!, one) > 0) place--;
    if (place === limit) continue;
    first.splice(place, 0, one);
    if (first.length > limit) first.pop();
  }
  return first;
}

function comparePlaces({ grade, of: a }: Ranked, { grade: other, of: b }: Ranked): number {
  if (grade !== other) return other - grade;
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
