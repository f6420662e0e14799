/**
 * Returns the key that names are compared by. Names with the same key are the same. Compatibility forms are unified
 * (NFKC), so that composition of `É` doesn't matter, and case is folded as in Unicode: `STRASSE` is `straße`, `ΟΔΟΣ` is
 * `οδος`. The dotless `ı` differs from `i`, as in default folding. Unicode 16, 3.13 and UAX #15
 */
export function nameKey(name: string): string {
  const folded = Array.from(
    name.normalize("NFKC").toLowerCase(),
    (letter) => letter === "ı" ? letter : letter.toUpperCase().toLowerCase(),
  );
  return folded.join("").normalize("NFKC");
}

/** Returns a name and its key, as the tables that are searched by name store them. */
export function nameColumns(name: string): { name: string; name_key: string } {
  return { name, name_key: nameKey(name) };
}

/**
 * Returns words from outside as JSON for `json_each`. Each can be an ID, or a name regardless of case and composition.
 */
export function idsOrNames(words: readonly string[]): string {
  return JSON.stringify(words.map((word) => ({ id: word, key: nameKey(word) })));
}
