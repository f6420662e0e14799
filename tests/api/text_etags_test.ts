import assert from "node:assert/strict";
import { etagOfText, TextEtags } from "../../server/http/etag.ts";

Deno.test("a text's ETag is the same whether cached or not, and differs from other texts' ETags", () => {
  const etags = new TextEtags();
  const texts = ["[]", '[{"title":"Mend the gate"}]', '[{"title":"Mend the gaté"}]'];
  const given = () => texts.map((text) => etags.of(text));
  assert.deepEqual(given(), texts.map(etagOfText));
  assert.deepEqual(given(), texts.map(etagOfText));
  assert.equal(new Set(given()).size, texts.length);
});

Deno.test("ETags of large texts stay correct beyond the size of the cache", () => {
  const etags = new TextEtags();
  for (const round of [1, 2]) {
    for (let n = 0; n < 8; n++) {
      const text = String(n).repeat(400_000);
      assert.equal(etags.of(text), etagOfText(text), `text ${n}, round ${round}`);
    }
  }
});
