import assert from "node:assert/strict";
import { guardFormulas, unguardFormulas } from "../../server/domain/text/formulas.ts";

/** What a spreadsheet makes of a line of comma-separated values if it splits at semicolons. */
function cellsAtSemicolons(cell: string): string[] {
  const line = `"ENG-1","${cell.replaceAll('"', '""')}"`;
  // Behind the first closing quote, quotes are ordinary characters
  return line.split(/[;\t\r\n]/).slice(1).map((part) => part.replace(/^[\s\p{Cf}]+/u, ""));
}

const begins = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];

Deno.test("a guarded text that fills a cell isn't a formula", () => {
  for (const begin of [...begins, "\t=", " =", "\r+", "|", "%", "\u200b="]) {
    assert.match(guardFormulas(`${begin}1+1`), /^'/, JSON.stringify(begin));
  }
});

Deno.test("a guarded text has no formula after a semicolon, a tab, or a line break", () => {
  for (const begin of begins) {
    for (const split of [";", "\t", "\n", "\r\n", "\r", ";;", "; ", ";\u200b", ";\ufeff "]) {
      const text = `x${split}${begin}cmd|' /C calc'!A0;y`;
      const [first = ""] = cellsAtSemicolons(guardFormulas(text)).filter((cell) => cell !== "");
      assert.match(first, /^'/, JSON.stringify(text));
    }
  }
  assert.equal(guardFormulas("x\n- cmd|' /C calc'!A0"), "x\n'- cmd|' /C calc'!A0");
  assert.equal(guardFormulas("x\n- HYPERLINK(A1)"), "x\n'- HYPERLINK(A1)");
});

Deno.test("a guarded text keeps its Markdown lists unchanged", () => {
  const list = "Pack:\n\n- rope; lamp\n- [ ] tea\n  - cups\n";
  assert.equal(guardFormulas(list), list);
});

Deno.test("removing the guards restores any original text", () => {
  const parts = [
    "'",
    "=",
    "-",
    "- ",
    "+",
    "@",
    "|",
    "(",
    ";",
    "\t",
    "\n",
    "\r\n",
    " ",
    "x",
    "\ufeff",
  ];
  let seed = 7;
  for (let n = 0; n < 5_000; n++) {
    const text = Array.from({ length: n % 12 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return parts[seed % parts.length]!;
    }).join("");
    assert.equal(unguardFormulas(guardFormulas(text)), text, JSON.stringify(text));
  }
});

Deno.test("escaping formulas in the longest text takes less than a second", () => {
  for (const part of [";", " ", "\n", "\ufeff", ";' ", "\n- "]) {
    const text = part.repeat(100_000 / part.length);
    const began = performance.now();
    assert.equal(unguardFormulas(guardFormulas(text)), text);
    const took = performance.now() - began;
    assert.ok(took < 1_000, `${JSON.stringify(part)} took ${Math.round(took)} ms`);
  }
});
