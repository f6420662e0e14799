import assert from "node:assert/strict";
import { build } from "../../cli/cli.ts";
import { flagName } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { quickAnswer } from "../../cli/root_help.ts";
import { versionAndCommit } from "../../cli/version.ts";
import { binary, hasScriptTools, inside, type Line, runLine, script } from "./support/lines.ts";

const commands = (await Promise.all(
  groups.filter(({ operator }) => !operator).map(({ load }) => load()),
)).flat();

Deno.test("help for the whole is the parser's, however wide the terminal is, and made without it", async () => {
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

Deno.test("backlog's help is what it was", async () => {
  await assertSnapshot("backlog.txt", await helpOf(inside, await everyPath()));
});

Deno.test({
  name: "backlog.sh's help is what it was",
  ignore: !hasScriptTools,
  async fn() {
    await assertSnapshot("backlog_sh.txt", await helpOf(script, sharedPaths()));
  },
});

Deno.test({
  name: "backlog.sh has every command of the binary, with the same options and summary",
  ignore: !hasScriptTools,
  async fn() {
    for (const command of commands) {
      const { code, stdout } = await runLine(script, "/nowhere", [
        ...command.path.split(" "),
        "--help",
      ]);
      assert.equal(code, 0);
      assert.ok(stdout.includes(`\n${command.summary}\n`), `${command.path}: ${stdout}`);
      const offered = stdout.split("Every command takes:")[0]!
        .match(/^ +--[a-z-]+/gm)?.map((flag) => flag.trim()) ?? [];
      // Required ones stand in the usage too, which is of no matter here.
      const expected = Object.keys(command.options).map(flagName);
      assert.deepEqual(offered.sort(), expected.sort(), command.path);
    }
  },
});

Deno.test("help is the same however it is asked for", async () => {
  for (const line of hasScriptTools ? [binary, script] : [binary]) {
    const asked = (...words: string[]) => runLine(line, "/nowhere", words);
    assert.deepEqual(await asked("help", "tasks", "list"), await asked("tasks", "list", "-h"));
    assert.deepEqual(await asked("tasks"), await asked("tasks", "--help"));
    assert.deepEqual(await asked(), await asked("--help"));
    assert.equal((await asked()).code, 0);
  }
});

function sharedPaths(): string[] {
  const parents = new Set(commands.map(({ path }) => path.split(" ")[0]!));
  return ["", ...new Set([...parents, ...commands.map(({ path }) => path)])];
}

async function everyPath(): Promise<string[]> {
  const all = (await Promise.all(groups.map(({ load }) => load()))).flat();
  return [...new Set([...sharedPaths(), ...all.map(({ path }) => path)])];
}

async function helpOf(line: Line, paths: string[]): Promise<string> {
  let text = "";
  for (const path of paths) {
    const { stdout } = await runLine(
      line,
      "/nowhere",
      [...path.split(" "), "--help"].filter(Boolean),
    );
    text += `$ ${[line.name, path, "--help"].filter(Boolean).join(" ")}\n${stdout}\n`;
  }
  return text;
}

/** Compares with a file beside this test; `BACKLOG_UPDATE_SNAPSHOTS=1` writes it anew, to be read in the diff. */
async function assertSnapshot(name: string, actual: string) {
  const file = new URL(`./help/${name}`, import.meta.url);
  if (Deno.env.get("BACKLOG_UPDATE_SNAPSHOTS")) await Deno.writeTextFile(file, actual);
  assert.equal(actual, await Deno.readTextFile(file));
}
