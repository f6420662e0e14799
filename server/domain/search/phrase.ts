import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateWord, type Standing } from "./small_kinds.ts";
import type { Word } from "./meaning.ts";
import { namedBy } from "./names.ts";
import { synonymsOf } from "../text/words.ts";

/**
 * The words of a search: each with its spellings, the records that it names, and the projects, people, teams, and views
 * that contain it.
 */
export type Phrase = readonly (Word & Standing)[];

/**
 * Looks up words once for all kinds of records.
 * @param kinds the kinds whose names count, among people, projects, and teams
 * @returns the words as typed, and with their synonyms; null as the latter if no word has a synonym
 */
export async function understand(
  context: ReadContext<Member>,
  words: readonly string[],
  kinds: readonly ("person" | "project" | "team")[],
): Promise<{ asked: Phrase; meant: Phrase | null }> {
  const plain: ({ text: string } & Standing)[] = [];
  for (const text of words) plain.push({ text, ...await locateWord(context, [text]) });
  const named = await namedBy(context, plain, kinds);
  const asked = plain.map(({ text, ...standing }, n) => ({
    spellings: [text.toLowerCase()],
    named: named[n]!,
    ...standing,
  }));
  const meant: (Word & Standing)[] = [];
  for (const word of asked) {
    const others = synonymsOf(word.spellings[0]!);
    const spellings = [...word.spellings, ...others];
    const standing = others.length > 0 ? await locateWord(context, spellings) : {};
    meant.push({ ...word, spellings, ...standing });
  }
  return { asked, meant: meant.some(({ spellings }) => spellings.length > 1) ? meant : null };
}
