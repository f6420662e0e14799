import assert from "node:assert/strict";
import { json, listing, table } from "../../cli/output.ts";
import { columns, fit, oneLine, pad } from "../../cli/width.ts";

Deno.test("width is counted in columns: wide letters and emoji take two, joined ones one place", () => {
  assert.equal(columns("Ada"), 3);
  assert.equal(columns("織り"), 4);
  assert.equal(columns("e\u0301"), 1);
  assert.equal(columns("👩🏽‍💻"), 2);
  assert.equal(columns("✓ done"), 6);
});

Deno.test("a text is cut between letters, never within one", () => {
  assert.equal(fit("織り機", 6), "織り機");
  assert.equal(fit("織り機", 5), "織り…");
  assert.equal(fit("織り機", 4), "織…");
  assert.equal(pad("織", 4), "織  ");
});

Deno.test("what comes from elsewhere can't drive the terminal", () => {
  assert.equal(oneLine("a\x1b[31mred\x9b0m\r\n\u2028b"), "a [31mred 0m b");
});

Deno.test("a table lines its columns up, and says so when there are no rows", () => {
  assert.equal(
    table(["Id", "Name"], [["ws_1", "織"], [null, "b"]], "None."),
    "Id    Name\nws_1  織\n      b",
  );
  assert.equal(table(["Id"], [], "None."), "None.");
  assert.equal(listing([["A", "1"], ["Bcd", null], ["Bc", "2"]]), "A   1\nBc  2");
});

Deno.test("JSON is printed as jq prints it", () => {
  assert.equal(json({ a: [], b: "\x7f é" }), '{\n  "a": [],\n  "b": "\\u007f é"\n}\n');
});
