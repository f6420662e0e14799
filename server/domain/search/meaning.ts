import { type RawBuilder, sql } from "kysely";
import type { TaskNames } from "./names.ts";
import { isLong } from "../text/words.ts";

/** A word of a search, in every spelling that counts, and what it is the name of. */
export interface Word {
  /** In lower case; its own first. */
  spellings: readonly string[];
  named: TaskNames;
  /** Whether no text at all has it: then only what it means can be true of a record. */
  nowhere: boolean;
}

/** What a word says of records of a kind beside standing in their text: that they are urgent, or somebody's. */
export interface Meaning {
  /** The condition over the record `r`, of a view `v`. */
  holds: RawBuilder<unknown>;
  /** The ids, of tasks with their `seq`, of the newest records that it is true of. A word without any narrows, and finds nothing by itself. */
  newest: readonly RawBuilder<unknown>[];
  /** How many records it is likely to be true of: the more, the later it is taken to start from. */
  breadth: number;
}

/** How many of the newest records that have a property are looked at. */
export const MOST_HAVING = 1_000;

/** The meanings of one word, any of which may be meant; null without any. */
export function anyOf(meanings: readonly (Meaning | null)[]): Meaning | null {
  const all = meanings.filter((one) => one !== null);
  if (all.length === 0) return null;
  return {
    holds: sql`(${sql.join(all.map(({ holds }) => holds), sql` or `)})`,
    newest: all.flatMap(({ newest }) => newest),
    breadth: Math.max(...all.map(({ breadth }) => breadth)),
  };
}

/** A word that narrows, where it is one of some. */
export function narrowing(
  word: Word,
  words: readonly string[],
  holds: RawBuilder<unknown> = sql`true`,
): Meaning | null {
  const said = word.spellings.some((spelling) => words.includes(spelling));
  return said ? { holds, newest: [], breadth: Infinity } : null;
}

/** Those of a fixed vocabulary that a word is, or is the beginning of. */
export function saidOf<T extends string>(word: Word, vocabulary: readonly T[]): T[] {
  const long = word.spellings.filter(isLong);
  return vocabulary.filter((term) => long.some((spelling) => term.startsWith(spelling)));
}

/** The condition that a column holds one of some values. */
export function isOneOf(column: string, values: readonly unknown[]): RawBuilder<unknown> {
  return sql`${sql.raw(column)} in (${sql.join([...values])})`;
}
