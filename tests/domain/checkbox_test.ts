import assert from "node:assert/strict";
import { trySetCheckbox } from "../../server/domain/text/checkbox.ts";

const list = "Before\r\n\r\n- [ ] oil\r\n- [x] paint [ ] it\n  > 1. [ ] **bold** one\n- [ ] oil\n";

Deno.test("checking a checkbox changes nothing else in the text", () => {
  assert.equal(
    trySetCheckbox(list, { at: 0, words: "oil" }, true),
    list.replace("- [ ] oil", "- [x] oil"),
  );
  assert.equal(
    trySetCheckbox(list, { at: 1, words: "paint [ ] it" }, false),
    list.replace("[x]", "[ ]"),
  );
  assert.equal(
    trySetCheckbox(list, { at: 2, words: "**bold** one" }, true),
    list.replace("1. [ ]", "1. [x]"),
  );
  assert.equal(trySetCheckbox(list, { at: 0, words: "oil" }, false), list);
});

Deno.test("in a changed text, a checkbox is found by its words, nearest first", () => {
  assert.equal(
    trySetCheckbox(list, { at: 4, words: "oil" }, true),
    list.replace(/- \[ \] oil\n$/, "- [x] oil\n"),
  );
  assert.equal(trySetCheckbox(list, { at: 0, words: "oil it" }, true), null);
  assert.equal(trySetCheckbox("```\n- [ ] oil\n```", { at: 0, words: "oil" }, true), null);
});
