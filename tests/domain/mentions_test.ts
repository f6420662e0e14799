import assert from "node:assert/strict";
import { mentionedUsernames } from "../../server/domain/inbox/mentions.ts";

const mentions: [text: string, usernames: string[]][] = [
  ["Ask @ada, then @Bao-2 (and @chidi_e).", ["ada", "bao-2", "chidi_e"]],
  ["@ada @ada @ADA", ["ada"]],
  ["**@ada** _@bao_ [@chidi](https://example.com)", ["ada", "bao", "chidi"]],
  ["@ada: done. @bao- no", ["ada", "bao"]],
  ["@ada—please", ["ada"]],
  ["mail ada@example.com or first.last+@example.com", []],
  ["https://medium.com/@ada and \\@ada", []],
  ["@ada@example.social", []],
  ["@adaß and @ada-ß", []],
  ["@cy.jones, and @ada.", ["cy.jones", "ada"]],
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
];

for (const [text, usernames] of mentions) {
  Deno.test(`${JSON.stringify(text)} mentions ${usernames.join(", ") || "nobody"}`, () => {
    assert.deepEqual(mentionedUsernames(text), usernames);
  });
}

Deno.test("one text calls a hundred people at most", () => {
  const text = Array.from({ length: 150 }, (_, n) => `@user${n}`).join(" ");
  assert.equal(mentionedUsernames(text).length, 100);
});

/** Whoever reads one of them twice for each of its marks is at it for minutes. */
const hostile: [what: string, text: string, usernames: string[]][] = [
  ["an unending fence", "`".repeat(100_000) + " @ada", []],
  ["a fence, and a line that could close it but for its end", `@\n${"`".repeat(100_000)}x\``, []],
  ["very many runs of two lengths", "` ``".repeat(25_000) + "@ada", ["ada"]],
  ["very many signs in one word", "@a".repeat(50_000) + " @ada", ["ada"]],
  [
    "a run of every length",
    Array.from({ length: 400 }, (_, n) => "`".repeat(n)).join(" ") + " @ada",
    ["ada"],
  ],
];

for (const [what, text, usernames] of hostile) {
  Deno.test(`a hostile text is read as any other: ${what}`, () => {
    assert.deepEqual(mentionedUsernames(text), usernames);
  });
}
