import assert from "node:assert/strict";
import { build } from "../../cli/cli.ts";
import { quickAnswer } from "../../cli/root_help.ts";
import { versionAndCommit } from "../../cli/version.ts";
import { rowsOfBinary, rowsOfScript } from "./support/help_rows.ts";
import {
  hasScriptTools,
  inside,
  type Line,
  linesWithoutStart,
  runLine,
  script,
  scriptPath,
} from "./support/lines.ts";

Deno.test("the main help equals the parser's help at every terminal width", async () => {
  const root = await build([]);
  for (const columns of [20, 40, 66, 67, 80, 81, 120, 300]) {
    root.configureHelp({ helpWidth: columns });
    for (const words of [[], ["--help"], ["-h"], ["help"]]) {
      assert.equal(quickAnswer(words, columns), root.helpInformation(), `${words} ${columns}`);
    }
  }
  assert.equal(quickAnswer(["--version"]), `${versionAndCommit}\n`);
  for (const words of [["help", "me"], ["--json"], ["me", "--help"], ["--version", "--json"]]) {
    assert.equal(quickAnswer(words), undefined, `${words}`);
  }
});

Deno.test("help.txt contains every text in the help of both command lines", async () => {
  const line = (row: readonly string[]) => row.join(" | ");
  const binary = new Set((await rowsOfBinary()).map(line));
  const shell = new Set(rowsOfScript(await Deno.readTextFile(scriptPath)).map(line));
  const rows = [...binary.union(shell)].sort().map((row) => {
    const only = !shell.has(row) ? " | backlog only" : !binary.has(row) ? " | backlog.sh only" : "";
    return `${row}${only}\n`;
  });
  await assertSnapshot("help.txt", rows.join(""));
});

Deno.test({
  name: "each command line prints its help as in help_pages.txt",
  ignore: !hasScriptTools,
  async fn() {
    const pages = [
      await page(inside, "favorites add"),
      await page(inside, "unsent"),
      await page(script, "favorites add"),
      await page(script, "unsent"),
    ];
    await assertSnapshot("help_pages.txt", pages.join("\n"));
  },
});

Deno.test("every way to request help prints the same text", async () => {
  for (const line of linesWithoutStart) {
    const asked = (...words: string[]) => runLine(line, "/nowhere", words);
    assert.deepEqual(await asked("help", "tasks", "list"), await asked("tasks", "list", "-h"));
    assert.deepEqual(await asked("help", "tasks list"), await asked("tasks", "list", "-h"));
    assert.deepEqual(await asked("help", "tasks", "ls"), await asked("tasks", "list", "-h"));
    assert.deepEqual(await asked("tasks"), await asked("tasks", "--help"));
    assert.deepEqual(await asked(), await asked("--help"));
    assert.equal((await asked()).code, 0);
  }
});

async function page(line: Line, path: string): Promise<string> {
  const { stdout } = await runLine(line, "/nowhere", [...path.split(" "), "--help"]);
  return `$ ${line.name} ${path} --help\n${stdout}`;
}

/** Compares text with a file beside this test. `BACKLOG_UPDATE_SNAPSHOTS=1` writes the file: review its diff. */
async function assertSnapshot(name: string, actual: string) {
  const file = new URL(`./${name}`, import.meta.url);
  if (Deno.env.get("BACKLOG_UPDATE_SNAPSHOTS")) await Deno.writeTextFile(file, actual);
  assert.equal(actual, await Deno.readTextFile(file));
}
