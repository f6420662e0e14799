import assert from "node:assert/strict";
import { writtenInEditor } from "../../../cli/editor.ts";
import { groups } from "../../../cli/groups.ts";
import { readInput } from "../../../cli/prompt.ts";
import { temporaryFolder } from "../../support/folder.ts";
import {
  hasScriptTools,
  isInstalled,
  lines,
  linesWithoutStart,
  scriptPath,
} from "../support/lines.ts";
import { environment, replaced } from "../support/replaced.ts";
import { makeWorkspace, makeWorld, signUp } from "../support/world.ts";

/** Every tokenizer averages at least three letters of English per token. */
const tokensOf = (text: string) => text.length / 3;

Deno.test("both command lines print the same agent instructions, below 1,500 tokens", async () => {
  const told: string[] = [];
  for (const line of lines) {
    await using world = await makeWorld(line);
    await signUp(world);
    const { teamId } = await makeWorkspace(world);
    for (let n = 0; n < 12; n++) {
      const title = `Mend the gate, the ${"very ".repeat(40)} last one 織 ${n}`;
      world.server.wait(1);
      const words = ["tasks", "create", "--team-id", teamId, "--title", title];
      await world.run([...words, "--assignee-id", "me", "--status", "planned"]);
    }
    const { code, stdout, stderr } = await world.run(["prime"]);
    assert.deepEqual([code, stderr], [0, ""]);
    told.push(stdout);
  }
  const [text = ""] = told;
  assert.equal(told.at(-1), text);
  assert.ok(tokensOf(text) < 1_500, `${tokensOf(text)}`);
  assert.match(text, /^You are Ada \(@ada\), owner, in Analytical\.$/m);
  assert.equal(text.match(/^- ENG-\d+ \(planned, none\) Mend the gate/gm)?.length, 10);
  const paths = (await Promise.all(groups.map(({ load }) => load()))).flat().map(({ path }) =>
    path
  );
  const shown = text.split("\n## Commands")[1]!.split("\n## ")[0]!.match(/^- .*/gm) ?? [];
  assert.equal(shown.length, 11);
  for (const one of shown) {
    assert.ok(paths.some((path) => one.startsWith(`- ${path} `) || one === `- ${path}`), one);
  }
});

Deno.test("in a pipe, open prints the URL of a task or a project", async () => {
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    await signUp(world);
    const { teamId } = await makeWorkspace(world);
    await world.run(["tasks", "create", "--team-id", teamId, "--title", "Mend the gate"]);
    const { stdout } = await world.run(["open", "eng-1"]);
    assert.match(JSON.parse(stdout).url, /\/workspace\/tasks\/task_\w+$/);
    assert.equal((await world.run(["open", "NONE"])).code, 1);
  }
});

Deno.test("on a terminal, - opens the editor for the text", async () => {
  await using folder = await temporaryFolder();
  const editor = folder.file("editor.sh");
  await Deno.writeTextFile(editor, 'printf "Done, **all** of it\\n\\n" >"$2"\n');
  using _stdin = replaced(Deno.stdin, { isTerminal: () => true });
  using _environment = environment({ EDITOR: `sh ${editor} --wait` });
  assert.equal(await readInput(), "Done, **all** of it");
  await assert.rejects(() => writtenInEditor(["true"]), /^Failure: The text is empty\./);
  await assert.rejects(() => writtenInEditor(["/no/editor"]), /can't be started here/);
});

const typing = "Type the text, and press Ctrl+D on an empty line to end it.";

Deno.test("on a terminal without an editor, - says how to type and end the text", async () => {
  let told = "";
  using _stdin = replaced(Deno.stdin, {
    isTerminal: () => true,
    readable: ReadableStream.from([new TextEncoder().encode("Done\n")]),
  });
  using _stderr = replaced(Deno.stderr, {
    writeSync(bytes) {
      told += new TextDecoder().decode(bytes);
      return bytes.length;
    },
  });
  using _environment = environment({});
  assert.equal(await readInput(), "Done");
  assert.equal(told, `${typing}\n`);
});

Deno.test({
  name: "on a terminal without an editor, backlog.sh says the same",
  ignore: Deno.build.os !== "linux" || !hasScriptTools || !isInstalled("script"),
  async fn() {
    await using folder = await temporaryFolder();
    const { stdout } = await new Deno.Command("script", {
      args: ["--quiet", "--command", `bash ${scriptPath} tasks comment ENG-1 -`, "/dev/null"],
      clearEnv: true,
      env: {
        PATH: Deno.env.get("PATH")!,
        XDG_CONFIG_HOME: folder.path,
        BACKLOG_TOKEN: "blg_pat_1",
      },
      stdin: "null",
    }).output();
    assert.ok(new TextDecoder().decode(stdout).startsWith(`${typing}\r\n`));
  },
});
