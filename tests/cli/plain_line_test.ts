import assert from "node:assert/strict";
import { run } from "../../cli/cli.ts";
import type { Command } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { runPlainLine } from "../../cli/plain_line.ts";

/** What a command is run with, by whatever runs the line; undefined where it isn't run. */
async function calledWith(command: Command, line: () => Promise<unknown>): Promise<unknown> {
  const { run } = command;
  let call: unknown;
  command.run = (given) => void (call = given);
  try {
    await line();
  } finally {
    command.run = run;
  }
  return call;
}

Deno.test("a line of a command's words alone is run as the parser runs it, where it does", async () => {
  let ran = 0;
  for (const group of groups) {
    for (const command of await group.load()) {
      const words = command.path.split(" ");
      const flagged = ["--json", "--compact"].flatMap((one) => [[...words, one], [one, ...words]]);
      const lines = group.operator ? [words] : [words, ...flagged];
      for (const line of lines) {
        const plain = await calledWith(command, () => runPlainLine(line));
        if (plain === undefined) continue;
        assert.deepEqual(plain, await calledWith(command, () => run(line)), line.join(" "));
        ran++;
      }
    }
  }
  assert.ok(ran > 50, `${ran} lines`);
});

Deno.test("every other line is the parser's", async () => {
  const lines = ["", "tasks", "tasks create", "tasks lst", "tasks list extra", "status --help"];
  lines.push("nothing", "status --json --quiet");
  for (const line of [...lines, "status --profile a", "serve --json", "serve --quiet"]) {
    assert.equal(await runPlainLine(line.split(" ")), undefined, line);
  }
  assert.equal(await runPlainLine(["admin", "members list"]), undefined);
});
