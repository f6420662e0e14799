import assert from "node:assert/strict";

/**
 * Fails with a sentence for each finding, instead of a bare list of names.
 * @param sentence describes the problem and names the file to change
 */
export function assertNone<T>(found: Iterable<T>, sentence: (one: T) => string): void {
  const sentences = [...found].map(sentence);
  if (sentences.length > 0) assert.fail(sentences.join("\n"));
}

/**
 * Fails unless a table has exactly one row for each existing thing.
 * @param kind the name of one thing, as in "The endpoint"
 * @param existing the names of the existing things
 * @param rows the names in the table
 * @param file the table's file
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
