import assert from "node:assert/strict";
import { nameKey } from "../../server/domain/core/name_key.ts";

Deno.test("names that differ only in case or Unicode composition have the same key", () => {
  const same: [string, string][] = [
    ["ÉPIC", "épic"],
    ["E\u0301pic", "\u00e9pic"],
    ["STRASSE", "straße"],
    ["STRAẞE", "straße"],
    ["ΟΔΟΣ", "οδος"],
    ["ЁЖ", "ёж"],
    ["ﬁx", "FIX"],
    ["Ｂug", "bug"],
    ["İstanbul", "i\u0307stanbul"],
  ];
  for (const [one, other] of same) assert.equal(nameKey(one), nameKey(other), `${one} ${other}`);
});

Deno.test("names that mean different things have different keys", () => {
  const apart: [string, string][] = [["épic", "epic"], ["sık", "sik"], ["Bug", "Bugs"], ["ø", "o"]];
  for (const [one, other] of apart) assert.notEqual(nameKey(one), nameKey(other));
});

Deno.test("a key's own key is the same key", () => {
  for (const name of ["ÉPIC", "STRAẞE", "İı", "ΐ ǰ ŉ", "ǅ", "ⅷ", "Å"]) {
    assert.equal(nameKey(nameKey(name)), nameKey(name), name);
  }
});
