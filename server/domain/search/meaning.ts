import { type RawBuilder, sql } from "kysely";
import type { TaskNames } from "./names.ts";
import { isLong } from "../text/words.ts";

/** A word of a search, with all of its spellings and the records that it names. */
export interface Word {
  /** The spellings in lower case, the typed one first. */
  spellings: readonly string[];
  named: TaskNames;
  /** Whether no text contains the word. Then a record can only match by a property. */
  nowhere: boolean;
}

/** A property of records that a word can mean besides being in their text, such as urgent or assigned. */
export interface Meaning {
  /** The condition on the record `r`, or on a view `v`. */
  holds: RawBuilder<unknown>;
  /**
   * The IDs, for tasks with `seq`, of the newest records with the property. A word without such IDs only narrows a
   * search.
   */
  newest: readonly RawBuilder<unknown>[];
  /** The estimated number of records with the property. The search starts with the smallest number. */
  breadth: number;
}

/** The maximum number of newest records with a property to read. */
export const MOST_HAVING = 1_000;

/** Returns all meanings of a word, or null without any. */
export function anyOf(meanings: readonly (Meaning | null)[]): Meaning | null {
  const all = meanings.filter((one) => one !== null);
  if (all.length === 0) return null;
  return {
    holds: sql`(${sql.join(all.map(({ holds }) => holds), sql` or `)})`,
    newest: all.flatMap(({ newest }) => newest),
    breadth: Math.max(...all.map(({ breadth }) => breadth)),
  };
}

/** Returns the meaning of a word that only narrows, if it is one of the given words. */
export function narrowing(
  word: Word,
  words: readonly string[],
  holds: RawBuilder<unknown> = sql`true`,
): Meaning | null {
  const said = word.spellings.some((spelling) => words.includes(spelling));
  return said ? { holds, newest: [], breadth: Infinity } : null;
}

/** Returns the words of a fixed vocabulary that equal a word or start with it. */
export function saidOf<T extends string>(word: Word, vocabulary: readonly T[]): T[] {
  const long = word.spellings.filter(isLong);
  return vocabulary.filter((term) => long.some((spelling) => term.startsWith(spelling)));
}

/** Returns the condition that a column has one of some values. */
export function isOneOf(column: string, values: readonly unknown[]): RawBuilder<unknown> {
  return sql`${sql.raw(column)} in (${sql.join([...values])})`;
}
