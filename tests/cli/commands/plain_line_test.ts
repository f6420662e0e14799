import assert from "node:assert/strict";
import { run } from "../../../cli/cli.ts";
import { groups } from "../../../cli/groups.ts";
import { runPlainLine } from "../../../cli/plain_line.ts";

const commands = (await Promise.all(groups.map(({ load }) => load()))).flat();

/**
 * Runs a line with every command replaced, so that no command does anything.
 * @returns the path of the command that the line runs and the call it gets, or undefined if it runs none
 */
async function calledWith(line: () => Promise<unknown>): Promise<unknown> {
  let call: unknown;
  const runs = commands.map((command) => ({ command, run: command.run }));
  for (const { command } of runs) {
    command.run = (given) => void (call = { path: command.path, given });
  }
  try {
    await line();
  } finally {
    for (const { command, run } of runs) command.run = run;
  }
  return call;
}

Deno.test("a line with only a command's words calls the command in the same way as the parser", async () => {
  let ran = 0;
  for (const group of groups) {
    for (const command of await group.load()) {
      const words = command.path.split(" ");
      const flagged = ["--json", "--compact"].flatMap((one) => [[...words, one], [one, ...words]]);
      const lines = group.operator ? [words] : [words, ...flagged];
      for (const line of lines) {
        const plain = await calledWith(() => runPlainLine(line));
        if (plain === undefined) continue;
        assert.deepEqual(plain, await calledWith(() => run(line)), line.join(" "));
        ran++;
      }
    }
  }
  assert.ok(ran > 50, `${ran} lines`);
});

Deno.test("the parser handles any other line, and no command runs", async () => {
  const lines = ["", "tasks", "tasks create", "tasks lst", "tasks list extra", "status --help"];
  lines.push("nothing", "status --json --quiet");
  lines.push("status --profile a", "serve --json", "serve --quiet");
  for (const words of [...lines.map((line) => line.split(" ")), ["admin", "members list"]]) {
    const found = { code: undefined as number | undefined, call: undefined as unknown };
    found.call = await calledWith(async () => found.code = await runPlainLine(words));
    assert.deepEqual(found, { code: undefined, call: undefined }, words.join(" "));
  }
});
