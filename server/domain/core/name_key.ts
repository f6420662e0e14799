/**
 * What a name is compared by: two names with one key are one name. Compatibility forms are made one (NFKC), so that it
 * doesn't matter how a keyboard composes `É`, and letters lose their case as Unicode folds it: `STRASSE` is `straße`,
 * `ΟΔΟΣ` is `οδος`. The dotless `ı` stays apart from `i`, as the default folding has it. Unicode 16, 3.13 and UAX #15
 */
export function nameKey(name: string): string {
  const folded = Array.from(
    name.normalize("NFKC").toLowerCase(),
    (letter) => letter === "ı" ? letter : letter.toUpperCase().toLowerCase(),
  );
  return folded.join("").normalize("NFKC");
}

/** A name and its key, as the tables that are searched by name store them. */
export function nameColumns(name: string): { name: string; name_key: string } {
  return { name, name_key: nameKey(name) };
}

/** Words from outside as JSON for `json_each`: each may be an id, or a name in any case and composition. */
export function idsOrNames(words: readonly string[]): string {
  return JSON.stringify(words.map((word) => ({ id: word, key: nameKey(word) })));
}
