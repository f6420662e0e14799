import assert from "node:assert/strict";

/**
 * Fails with a sentence for each thing that was found, instead of a bare list of names.
 * @param sentence says what is wrong with the thing and in which file to change that
 */
export function assertNone<T>(found: Iterable<T>, sentence: (one: T) => string): void {
  const sentences = [...found].map(sentence);
  if (sentences.length > 0) assert.fail(sentences.join("\n"));
}

/**
 * Fails unless a table has one row for everything of a kind and no other row.
 * @param kind names one thing, as in "The endpoint"
 * @param existing the names of what exists
 * @param rows the names in the table
 * @param file where the table is
 */
export function assertRows(
  kind: string,
  existing: Iterable<string>,
  rows: readonly string[],
  file: string,
): void {
  const [there, listed] = [new Set(existing), new Set(rows)];
  assertNone([
    ...[...there.difference(listed)].map((name) =>
      `The ${kind} "${name}" has no row. Add a row to ${file}.`
    ),
    ...[...listed.difference(there)].map((name) =>
      `The row "${name}" belongs to no ${kind}. Remove the row from ${file}.`
    ),
    ...rows.filter((name, n) => rows.indexOf(name) !== n).map((name) =>
      `The ${kind} "${name}" has two rows. Remove one from ${file}.`
    ),
  ], (sentence) => sentence);
}
