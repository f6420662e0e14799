import assert from "node:assert/strict";
import { mentionsIn } from "../../server/domain/text/markdown.ts";

const named = (text: string) => [...new Set(mentionsIn(text).map(({ usernames }) => usernames[0]))];

const mentions: [text: string, usernames: string[]][] = [
  ["Ask @ada, then @Bao-2 (and @chidi_e).", ["ada", "bao-2", "chidi_e"]],
  ["@ada @ada @ADA", ["ada"]],
  ["**@ada** _@bao_ [@chidi](https://example.com)", ["ada", "bao", "chidi"]],
  ["@ada: done. @bao- no", ["ada", "bao"]],
  ["@ada—please", ["ada"]],
  ["# @ada\n\n> @bao\n\n- @chidi\n\n| @dina |\n|---|\n| @esra |", [
    "ada",
    "bao",
    "chidi",
    "dina",
    "esra",
  ]],
  ["<b>@ada</b>", ["ada"]],
  ["<code>@ada</code> and <pre class='x'>\n@bao\n</pre>, <kbd>@cy</kbd>, @dina", ["dina"]],
  ["<code>@ada</pre> and </code>: <samp>**@bao**</samp> @chidi", ["chidi"]],
  ["<code>@ada, never closed", ["ada"]],
  ["<codes>@ada</codes>", ["ada"]],
  ["mail ada@example.com or first.last+@example.com", []],
  ["https://medium.com/@ada and \\@ada and &#64;ada", []],
  ["@ada@example.social", []],
  ["@adaß and @ada-ß", []],
  ["@cy.jones, and @ada.", ["cy.jones", "ada"]],
  ["@chidi\\_e", ["chidi_e"]],
  ["@ada... or @bao.-", ["ada", "bao"]],
  ["nobody here", []],
  ["@ @- @_", []],
  ["`@ada` ``a ` @bao`` @chidi", ["chidi"]],
  ["a ` alone, then @ada", ["ada"]],
  ["an open `span\n\n@ada ` after it", ["ada"]],
  ["```\n@ada\n```\n@bao", ["bao"]],
  ["~~~~ts\n@ada\n~~~\n@bao\n~~~~\n@chidi", ["chidi"]],
  ["```\n@ada never closed", []],
  ["```js `\n@ada", ["ada"]],
  ["````` x`\n@ada", ["ada"]],
  ["    @ada indented\n\nthen @bao", ["bao"]],
  ["\t@ada behind a tab", []],
  ["- list\n\n  ```\n  @ada\n  ```\n\n  @bao", ["bao"]],
  ["- list\n\n      @ada indented in it", []],
  ["1. ~~~\n   @ada\n   ~~~\n2. @bao", ["bao"]],
  ["> ```\n> @ada\n> ```\n> @bao", ["bao"]],
  [">     @ada\n\n> - `@bao`", []],
  ["> ```\n> @ada\n\n@bao: the quote ended, and its code", ["bao"]],
  ["a <!-- @ada --> @bao", ["bao"]],
  ["<!-- @ada\n\n@bao\n-->\n@chidi", ["chidi"]],
  ["<!-- @ada --> @bao", ["bao"]],
  ["<!--> @ada -->", ["ada"]],
  ["text\n<!-- @ada\n\n@bao -->", []],
  ["<!-- @ada never closed\n\n@bao", []],
  ["- <!-- @ada\n\n  @bao\n\n@chidi", ["chidi"]],
  ["a <!-- never closed @ada", ["ada"]],
  ["\\<!-- @ada -->", ["ada"]],
  ["`<!--` @ada `-->`", ["ada"]],
  ["![@ada](x.png) ![a @bao b][r] [![@chidi](x)](y)\n\n[r]: /@dina '@esra'", []],
  ["[a](/@ada '@bao') [b](<x @chidi>) <https://x.example/(@ada> <ada@example.com>", []],
  ["http://example.com/?(@ada) mailto:x@ada.example", []],
  ["[x]: https://example.com/@ada\n\n[x]", []],
];

for (const [text, usernames] of mentions) {
  Deno.test(`${JSON.stringify(text)} mentions ${usernames.join(", ") || "nobody"}`, () => {
    assert.deepEqual(named(text), usernames);
  });
}

Deno.test("a text can mention at most a hundred people, each any number of times", () => {
  const names = Array.from({ length: 150 }, (_, n) => `@user${n}`).join(" ");
  assert.equal(named(names).length, 100);
  assert.equal(mentionsIn(`${names} @user7`).length, 101);
});

Deno.test("a mention with dots means the longest existing username", () => {
  assert.deepEqual(mentionsIn("@a.b.c")[0]?.usernames, ["a.b.c", "a.b", "a"]);
});
