import assert from "node:assert/strict";
import { groups } from "../../cli/groups.ts";
import { temporaryFolder } from "../support/folder.ts";
import { shareOf } from "../support/share.ts";
import { hasScriptTools, inside, script } from "./support/lines.ts";
import {
  type Beginning,
  type Chapter,
  makeBeginning,
  makeSide,
  type Row,
  type Side,
} from "./support/side.ts";
import { chapters } from "./table/all.ts";
import { refusalChapters } from "./table/refusals.ts";

const commands = (await Promise.all(
  groups.filter(({ operator }) => !operator).map(({ load }) => load()),
)).flat();

/** Returns the parts of a row's result that must be equal in both command lines. */
async function ending(side: Side, row: Row) {
  side.asked.length = 0;
  const { code, stdout, stderr } = await side.run(row);
  const asked = side.asked.map((one) => side.alike(JSON.stringify(one)));
  return { code, asked, stdout: side.alike(stdout), stderr: side.alike(stderr), kept: side.kept() };
}

/** A sent field, as the API names it. */
const jsonField = /(?:^| )[a-z]+(?:[A-Z]\w*|(?:\.\d+)+): /;

/** File names that a shell would insert for `[purpose]`, `?`, or `*`, or mistake for options. */
const hostileNames = [..."abcdefghijklmnopqrstuvwxyz", "*", "?", "-n", "--help", "<task>", "~"];

/** Returns the problems of a chapter's rows, one text each. */
async function wrongIn({ name, rows }: Chapter, beginning: Beginning): Promise<string[]> {
  await using folder = await temporaryFolder();
  for (const one of hostileNames) await Deno.writeTextFile(folder.file(one), "");
  await using first = await makeSide(inside, beginning);
  await using second = await makeSide(script, beginning, folder.path);
  const wrong: string[] = [];
  for (const one of rows) {
    const row = typeof one === "string" ? { types: one } : one;
    const [own, scripts] = await Promise.all([ending(first, row), ending(second, row)]);
    const where = `${name}: ${row.types}`;
    try {
      if (row.code !== "alike") assert.equal(own.code, row.code ?? 0, own.stderr || own.stdout);
      assert.doesNotMatch(own.stderr, jsonField, "A field is told, and not what was typed.");
      if (row.says) assert.match(own.stderr, row.says);
      assert.deepEqual(scripts, own);
    } catch (error) {
      wrong.push(`${where}\n${error instanceof Error ? error.message : error}`);
      // Later rows depend on it
      if (own.code !== scripts.code) break;
    }
  }
  for (const { app } of [first, second]) {
    if (app.mistakes.length > 0) wrong.push(`${name}: ${app.mistakes[0]}`);
  }
  return wrong;
}

Deno.test({
  name: "every command with every flag sends and prints the same in both command lines",
  ignore: !hasScriptTools,
  async fn() {
    const beginning = await makeBeginning();
    const wrong: string[] = [];
    const left = [...shareOf(chapters), ...refusalChapters(commands)];
    // One command line's processes can be awaited while the other one runs
    const work = async () => {
      for (let one = left.shift(); one; one = left.shift()) {
        wrong.push(...await wrongIn(one, beginning));
      }
    };
    await Promise.all([work(), work(), work()]);
    assert.deepEqual(wrong, []);
  },
});
