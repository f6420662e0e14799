import assert from "node:assert/strict";
import { assertNone } from "../support/missing.ts";
import { readSources } from "../support/source.ts";

Deno.test("every text of Backlog uses straight apostrophes", async () => {
  const sources = await readSources([".ts", ".tsx", ".js", ".sh", ".md"]);
  const said = sources.filter(({ path }) => !/^tests\//.test(path));
  assert.ok(said.some(({ path }) => path.startsWith("views/")));
  const curly = said.filter(({ text }) => /\p{L}’\p{L}/u.test(text));
  assertNone(
    curly,
    ({ path }) => `${path} has a curly apostrophe between letters. Use the straight one (').`,
  );
});
