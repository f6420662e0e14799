import assert from "node:assert/strict";
import type { z } from "zod";
import { key, line, prose } from "../../server/domain/core/fields.ts";
import { withoutInvisible } from "../../server/domain/core/invisible_characters.ts";

function complaint(schema: z.ZodType, text: string): string {
  const { success, error } = schema.safeParse(text);
  assert.ok(!success, JSON.stringify(text));
  return error!.issues.map(({ message }) => message).join(" ");
}

Deno.test("text with a forbidden character is refused with the character's name", () => {
  for (const schema of [line(80), prose(80), key]) {
    assert.equal(complaint(schema, "a\x1b[2J"), "Remove the control character U+001B.");
    assert.equal(complaint(schema, "a\0"), "Remove the control character U+0000.");
    assert.equal(complaint(schema, "\x7fa"), "Remove the control character U+007F.");
    assert.equal(complaint(schema, "a\x85b"), "Remove the control character U+0085.");
    assert.match(complaint(schema, "a\x0bb\x0c"), /U\+000B/);
    assert.equal(complaint(schema, "a\udc00"), "Use well-formed Unicode.");
  }
  assert.equal(complaint(key, "a\tb"), "Remove the control character U+0009.");
});

Deno.test("single-line text with invisible characters is refused with their names, and long text accepts them", () => {
  const unseen: [string, string][] = [
    ["a\u202egpj.exe", "U+202E"],
    ["a\u2066b\u2069", "U+2066"],
    ["Maren Solberg\u200b", "U+200B"],
    ["\u200bไทย", "U+200B"],
    ["a\u{e0041}", "U+E0041"],
    ["\u{1f3f4}\u{e0041}\u{e007f}", "U+E0041"],
  ];
  for (const [text, name] of unseen) {
    assert.equal(complaint(line(80), text), `Remove the invisible character ${name}.`);
    assert.equal(prose(80).parse(text), text);
    assert.equal(line(80).parse(withoutInvisible(text)), withoutInvisible(text));
  }
  const scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
  for (const text of ["👩‍👩‍👧‍👦", "می‌خواهم", "ភាសា\u200bខ្មែរ", `${scotland} ❤️`]) {
    assert.equal(line(80).parse(text), text);
    assert.equal(withoutInvisible(text), text);
  }
});

Deno.test("long text keeps tabs and lines, with the same kind of line break, and single-line text has neither", () => {
  const typed = "one\r\ntwo\rthree\n\tfour";
  assert.equal(prose(80).parse(typed), "one\ntwo\nthree\n\tfour");
  assert.equal(line(80).parse(` ${typed}\u2028 `), "one two three four");
  assert.equal(prose(80).parse("\u200fעברית\u200e 👩‍👩‍👧‍👦"), "\u200fעברית\u200e 👩‍👩‍👧‍👦");
});
