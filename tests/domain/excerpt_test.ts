import assert from "node:assert/strict";
import { excerptOf } from "../../server/domain/text/excerpt.ts";

Deno.test("an excerpt is the start of a text on one line, without Markdown", () => {
  const excerpts: [string, string][] = [
    [
      "**Bold** and _it_ [a link](https://example.com) `code` @ada ENG-1",
      "Bold and it a link code @ada ENG-1",
    ],
    [
      "# Head\n\n- [ ] box\n- two\n\n> quoted\n\n```js\nlet a = 1;\n```\n",
      "Head box two quoted let a = 1;",
    ],
    ["---\n", ""],
    ["![what is seen](a.png) <b>how</b>\nline two", "what is seen <b>how</b> line two"],
    ["| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"],
    ["https://example.com/a", "https://example.com/a"],
    ["שלום **עולם**", "שלום עולם"],
  ];
  for (const [text, excerpt] of excerpts) assert.equal(excerptOf(text), excerpt);
  assert.equal(excerptOf("word ".repeat(1_000)).length, 280);
  const cut = excerptOf(`${"a".repeat(279)}😀`);
  assert.ok(cut.isWellFormed());
});
