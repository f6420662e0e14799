import type { Candidate } from "./candidates.ts";
import type { FoundRecord } from "./schema.ts";
import { folded } from "./words.ts";

/** How good a match is, the best last: the order of `search`. */
const grades = { synonym: 0, text: 1, title: 2, wordStart: 3, titleStart: 4, key: 5 } as const;

/**
 * Puts what was found in order, each record once with its best match. Of equally good ones the kinds take turns in the
 * order in which they were searched, and within a kind the newest comes first.
 * @param found how each was matched; the same record may come several times
 */
export function rank(text: string, found: [FoundRecord["matched"], Candidate][]): FoundRecord[] {
  const needle = folded(text);
  const best = new Map<string, { grade: number; record: FoundRecord }>();
  for (const [matched, candidate] of found) {
    const grade = gradeOf(needle, matched, candidate);
    const before = best.get(candidate.id);
    if (before && before.grade >= grade) continue;
    const told = grade === grades.key ? "key" : grade >= grades.title ? "title" : matched;
    best.set(candidate.id, { grade, record: { ...columnsOf(candidate), matched: told } });
  }
  return [...best.values()].sort((a, b) => b.grade - a.grade).map(({ record }) => record);
}

function gradeOf(needle: string, matched: FoundRecord["matched"], candidate: Candidate): number {
  if (matched === "key" || folded(candidate.key) === needle) return grades.key;
  const title = folded(candidate.title);
  if (title.startsWith(needle)) return grades.titleStart;
  const at = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(needle)}`, "u");
  if (at.test(title)) return grades.wordStart;
  return grades[matched];
}

function columnsOf({ kind, id, key, title, subtitle, status }: Candidate): Candidate {
  return { kind, id, key, title, subtitle, status };
}
