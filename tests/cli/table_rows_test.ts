import assert from "node:assert/strict";
import { type Command, flagName, globalFlags } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { assertNone, assertRows } from "../support/missing.ts";
import { scriptPath } from "./support/lines.ts";
import { wordsOf } from "./support/side.ts";
import { chapters } from "./table/all.ts";

const commands = (await Promise.all(
  groups.filter(({ operator }) => !operator).map(({ load }) => load()),
)).flat();

/** Commands and flags that no row can test, with the tests that cover them. */
const elsewhere: Readonly<Record<string, string>> = {
  "auth wizard": "session_test.ts",
  "watch": "commands/watch_test.ts",
};

const rows = chapters.flatMap(({ rows }) =>
  rows.map((row) => typeof row === "string" ? { types: row, code: 0 } : row)
).map(({ types, code = 0 }) => ({ code, words: wordsOf(types) }));

const isOf = ({ path }: Command, words: string[]) =>
  path.split(" ").every((word, at) => words[at] === word);

/** Returns the commands and flags without a row. */
function missingOf(command: Command): string[] {
  if (command.path in elsewhere) return [];
  const own = rows.filter(({ words }) => isOf(command, words));
  const done = own.filter(({ code }) => code === 0).flatMap(({ words }) => words);
  const lacking = Object.keys(command.options).map(flagName).filter((flag) => !done.includes(flag));
  return [
    ...(done.length === 0 ? [command.path] : []),
    ...lacking.map((flag) => `${command.path} ${flag}`),
  ];
}

Deno.test("every command and every flag of both command lines has a row that succeeds", () => {
  const typed = rows.flatMap(({ words }) => words);
  const unsaid = globalFlags.map(([flags]) => flags.split(" ")[0]!)
    .filter((flag) => !typed.includes(flag));
  assertNone(
    [...commands.flatMap(missingOf), ...unsaid],
    (words) => `No row runs "${words}" and succeeds. Add one to a chapter in tests/cli/table.`,
  );
});

Deno.test("backlog.sh has the same commands as backlog", async () => {
  const source = await Deno.readTextFile(scriptPath);
  const told = [...source.matchAll(/^# Usage: backlog\.sh (.+?)(?: [-<[].*)?$/gm)].map(([, path]) =>
    path!.trim()
  );
  const paths = commands.map(({ path }) => path);
  const file = 'static/backlog.sh, as the comment "# Usage: backlog.sh …" above its function';
  assertRows("command", paths, told, file);
});

Deno.test("every command without a row in the table has its own test", async () => {
  for (const [path, file] of Object.entries(elsewhere)) {
    const source = await Deno.readTextFile(new URL(`./${file}`, import.meta.url));
    assert.ok(
      source.includes(path.split(" ").at(-1)!),
      `tests/cli/${file} doesn't run "${path}". Add a test there, or a row in tests/cli/table.`,
    );
  }
});
