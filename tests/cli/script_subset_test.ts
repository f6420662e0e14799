import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { hasScriptTools, runLine, script, scriptPath } from "./support/lines.ts";
import { makeWorkspace, makeWorld, secretsOf, signUp } from "./support/world.ts";

/** Constructs that bash 3.2 (the version in macOS) lacks or handles differently, each with an example line. */
const newer: readonly [what: string, pattern: RegExp, planted: string][] = [
  ["associative arrays", /\b(declare|local|typeset) +-[a-zA-Z]*A/, "declare -A seen"],
  ["references to variables", /\b(declare|local|typeset) +-[a-zA-Z]*n\b/, "local -n name=$1"],
  ["upper and lower case", /\$\{\w+(\[[^\]]*\])?(,|\^)/, "x=${name,,}"],
  ["transformed values", /\$\{[\w@*[\]]+@[A-Za-z]\}/, "x=${name@Q}"],
  ["lists off lines", /\b(mapfile|readarray)\b/, "mapfile -t lines"],
  ["both outputs appended", /&>>/, "run &>> log"],
  ["both outputs piped", /\|&/, "run |& cat"],
  ["whether a variable is set", /\[\[ +-v |\[ +-v |\btest +-v /, "[[ -v name ]]"],
  ["references by -R", /\[\[ +-R /, "[[ -R name ]]"],
  ["times by printf", /%\([^)]*\)T/, "printf '%(%F)T'"],
  ["values into items of arrays", /printf +-v +\S*\[/, "printf -v list[0] x"],
  ["negative lengths", /\$\{\w+:[^}]*: *-\d/, "x=${name:0:-1}"],
  ["negative places in arrays", /\$\{\w+\[ *-\d/, "x=${list[-1]}"],
  ["coprocesses", /\bcoproc\b/, "coproc cat"],
  ["waiting for any", /\bwait +-[nfp]/, "wait -n"],
  ["cases that go on", /;;?&/, "a) x ;;&"],
  ["descriptors by name", /\{\w+\}[<>]/, "exec {fd}<file"],
  ["parts of a second", /\bread\b[^|;]* -t *0?\.\d|EPOCH|BASHPID|SRANDOM/, "read -t 0.5"],
  ["exact reading", /\bread\b[^|;]* -N/, "read -N 1"],
  [
    "characters by number",
    /\$'[^']*\\[uU][0-9a-fA-F]|printf[^|;]*'[^']*[^\\]\\[uU][0-9a-f]{4}/,
    "x=$'\\u202e'",
  ],
  [
    "options of the last command",
    /\bshopt +-s +(lastpipe|globstar|inherit_errexit)/,
    "shopt -s lastpipe",
  ],
];

const code = (await Deno.readTextFile(scriptPath)).split("\n")
  .filter((line) => !/^\s*#/.test(line));

Deno.test("the script uses only constructs of bash 3.2", () => {
  for (const [what, pattern, planted] of newer) {
    assert.match(planted, pattern, what);
    assert.deepEqual(code.filter((line) => pattern.test(line)), [], what);
  }
});

Deno.test("the script never expands a list that might be empty, which bash 3.2 treats as unset", () => {
  const spread = code.flatMap((line) => /\$\{(\w+)\[[@*]\]\}/.exec(line)?.[1] ?? []);
  const counted = (name: string) => code.some((line) => line.includes(`\${#${name}[@]}" -gt 0`));
  assert.ok(spread.length > 0);
  assert.deepEqual(spread.filter((name) => !counted(name)), []);
});

Deno.test({
  name: "the script also works in POSIX mode, and shows no secret in the process list",
  ignore: !hasScriptTools,
  async fn() {
    await using world = await makeWorld({ ...script, words: ["--posix", ...script.words] });
    assert.equal((await signUp(world)).code, 0);
    await makeWorkspace(world);
    const { token, refreshToken } = secretsOf(world);
    const seen = new Set<string>();
    let over = false;
    // Each response waits until the requesting processes have been inspected
    world.server.gate = async () => {
      for (const one of await commandLines()) seen.add(one);
    };
    const looking = (async () => {
      while (!over) {
        for (const one of await commandLines()) seen.add(one);
        await delay(5);
      }
    })();
    const evil = '`id` $(id) "it\'s" 🚪 مرحبا \\n';
    const run = async (...words: string[]) => {
      const { code, stdout, stderr } = await world.run(words);
      assert.deepEqual([code, stderr], [0, ""], words.join(" "));
      return JSON.parse(stdout);
    };
    await run("status");
    const made = await run("tasks", "create", "--team-id", "ENG", "--title", evil);
    assert.equal(made.task.title, evil);
    await run("tasks", "update", "ENG-1", "--description", evil.repeat(100), "--priority", "high");
    await run("tasks", "comment", "ENG-1", evil);
    assert.equal((await run("tasks", "list", "--all")).tasks.length, 1);
    await run("auth", "refresh");
    await run("pat", "list");
    over = true;
    await looking;
    const curls = [...seen].filter((one) => /(^|\/)curl /.test(one));
    assert.ok(curls.length > 0, "no curl was seen");
    const secrets = [
      token!,
      refreshToken!,
      secretsOf(world).token!,
      secretsOf(world).refreshToken!,
    ];
    for (const secret of secrets) {
      assert.deepEqual([...seen].filter((one) => one.includes(secret)), []);
    }
  },
});

async function commandLines(): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const text = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
    if (/curl|bash|jq|sed|awk|grep|mktemp/.test(text)) found.push(text.replaceAll("\0", " "));
  }
  return found;
}

Deno.test({
  name: "the script never turns on tracing of itself, and its help doesn't mention it",
  ignore: !hasScriptTools,
  async fn() {
    assert.deepEqual(
      code.filter((line) => /\bset +-[a-z]*[xv]|--verbose|--trace|curl -v/.test(line)),
      [],
    );
    const { code: ended } = await runLine(script, "/nowhere", ["-v"]);
    assert.equal(ended, 2);
  },
});
