import assert from "node:assert/strict";
import { groups } from "../../cli/groups.ts";
import { assertRows } from "../support/missing.ts";
import { readSources, withoutComments } from "../support/source.ts";
import { scriptPath } from "./support/lines.ts";
import { chapters } from "./table/all.ts";

const paths = (await Promise.all(groups.map(({ load }) => load()))).flat().map(({ path }) => path);

/** Commands that messages suggest to operators, with the tests that run them. */
const elsewhere: Readonly<Record<string, string>> = {
  "doctor": "doctor/doctor_test.ts",
  "doctor --fix": "doctor/doctor_test.ts",
  "migrate": "data/before_release_test.ts",
  "backup": "data/restore_test.ts",
  "export": "data/before_release_test.ts",
  "import": "data/before_release_test.ts",
};

/** Returns the quoted commands in a text, without placeholders. */
function namedIn(text: string): string[] {
  const tells = /\bcommand "/.test(text);
  return [...text.matchAll(/"(backlog(?:\.sh)? )?([a-z][a-z -]*)(?: <\w+>)?"/g)]
    .filter(([, program, words]) => program || tells || words!.includes(" "))
    .map(([, , words]) => words!)
    .filter((words) => paths.some((path) => `${words} `.startsWith(`${path} `)));
}

/** Returns a module's texts that contain quotes. */
const literalsOf = (source: string) => source.match(/'[^'\n]*"[^'\n]*'|`[^`]*`/g) ?? [];

Deno.test("every command that a message suggests is typed in a test, and works", async () => {
  const modules = (await readSources([".ts"])).filter(({ path }) => /^(cli|server)\//.test(path));
  const script = (await Deno.readTextFile(scriptPath)).replaceAll('\\"', '"');
  const sentences = script.match(/\b(?:fail|bad_value|usage_failure) ".*"/g) ?? [];
  const texts = [...modules.flatMap(({ text }) => literalsOf(withoutComments(text))), ...sentences];
  const told = new Set(texts.flatMap(namedIn));
  assert.ok(told.size > 10, [...told].join(", "));
  const typed = chapters.flatMap(({ rows }) => rows)
    .flatMap((row) => typeof row !== "string" && row.follows ? [row.follows] : []);
  const known = [...new Set([...typed, ...Object.keys(elsewhere)])];
  assertRows("command that a sentence names", told, known, "tests/cli/table/hints.ts");
});

Deno.test("every command suggested to an operator is typed in a listed test", async () => {
  for (const [command, file] of Object.entries(elsewhere)) {
    const source = await Deno.readTextFile(new URL(`./${file}`, import.meta.url));
    for (const word of command.split(" ")) {
      assert.ok(source.includes(`"${word}"`), `${file}: ${word}`);
    }
  }
});
