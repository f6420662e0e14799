import assert from "node:assert/strict";
import { temporaryFolder } from "../support/folder.ts";
import { repository } from "../support/source.ts";

const tools = ["chromium-headless-shell", "jq", "curl", "openssl", "shellcheck", "zsh", "fish"];

/** Output and behavior of `deno task ok`, and the expected result of the script. */
interface Run {
  printed: string;
  /** The exit code. */
  code?: number;
  /** Shell commands that simulate the tests. */
  did?: string;
  /** Tools that the machine lacks. */
  missing?: string[];
  /** A package that Debian lacks. */
  refused?: string;
}

/** Runs the script with a stub for every program that it starts. */
async function check({ printed, code = 0, did = "true", missing = [], refused }: Run) {
  await using folder = await temporaryFolder();
  const stand = (name: string, lines: string) =>
    Deno.writeTextFile(folder.file(name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  for (const tool of tools.filter((tool) => !missing.includes(tool))) await stand(tool, "true");
  for (const tool of ["bash", "env", "sed", "grep", "tail", "tee", "mktemp", "mkdir", "rm", "ls"]) {
    await Deno.symlink(await which(tool), folder.file(tool));
  }
  await stand("dirname", 'echo "${1%/*}"');
  const refuse = refused ? `case "$*" in *" ${refused} "*) exit 100 ;; esac\n` : "";
  await stand("apt-get", `${refuse}echo "apt-get $*" >> '${folder.file("installed")}'`);
  const ok = `${did}\nprintf '%s\\n' '${printed}'\nexit ${code}`;
  await stand("npx", `case "$*" in *--version) exit 0 ;; esac\n${ok}`);
  const { code: ended, stdout, stderr } = await new Deno.Command("bash", {
    args: [`${repository}/.ci/run`],
    clearEnv: true,
    env: { PATH: folder.path, HOME: folder.path, TMPDIR: folder.path },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const installed = await Deno.readTextFile(folder.file("installed")).catch(() => "");
  const names = [...Deno.readDirSync(folder.path)].map(({ name }) => name);
  assert.deepEqual(names.filter((name) => name.startsWith("tmp.")), [], "it left its own folder");
  return { ended, said: text(stderr), last: text(stdout).trim().split("\n").at(-1), installed };
}

async function which(program: string): Promise<string> {
  const { stdout } = await new Deno.Command("sh", { args: ["-c", `command -v ${program}`] })
    .output();
  return new TextDecoder().decode(stdout).trim();
}

Deno.test("the check reports the test runner's counts, and succeeds if all tests passed", async () => {
  const printed = "one ... ok (2ms)\nok | 12 passed (3 steps) | 0 failed (2s)";
  const { ended, last, said } = await check({ printed });
  assert.deepEqual([ended, last, said], [0, "12 passed, 0 failed", ""]);
  const bright = "\u001b[32mok\u001b[0m | 9 passed | 0 failed \u001b[38;5;245m(2s)\u001b[0m";
  assert.equal((await check({ printed: bright })).last, "9 passed, 0 failed");
});

Deno.test("the check adds up the results of the stages", async () => {
  const printed = "ok | 12 passed | 0 failed (2s)\nFAILED | 9 passed (1 step) | 2 failed (8s)\n" +
    "ok | 1 passed | 0 failed (2s)";
  const { ended, last } = await check({ printed, code: 1 });
  assert.deepEqual([ended, last], [1, "22 passed, 2 failed"]);
});

Deno.test("the check fails if a test failed, even if the runner exits with 0", async () => {
  for (const code of [0, 1]) {
    const { ended, last } = await check({ printed: "FAILED | 11 passed | 1 failed (2s)", code });
    assert.deepEqual([ended, last], [1, "11 passed, 1 failed"]);
  }
});

Deno.test("the check fails if the tests didn't finish", async () => {
  const { ended, said } = await check({ printed: "error: Type checking failed.", code: 1 });
  assert.equal(ended, 1);
  assert.match(said, /^The tests gave no summary: .*\n$/);
});

Deno.test("the check fails if a test was skipped, and names it", async () => {
  const printed = "zsh completes ... ignored (0ms)\nok | 12 passed | 0 failed | 1 ignored (2s)";
  const { ended, last, said } = await check({ printed });
  assert.deepEqual([ended, last], [1, "12 passed, 0 failed"]);
  assert.match(said, /skipped.*\nzsh completes \.\.\. ignored/);
});

Deno.test("the check fails if a test left a temporary file, and names it", async () => {
  const printed = "ok | 12 passed | 0 failed (2s)";
  const { ended, last, said } = await check({ printed, did: 'mkdir "$TMPDIR/backlog-test-1"' });
  assert.deepEqual([ended, last], [1, "12 passed, 0 failed"]);
  assert.match(said, /left temporary files behind:\nbacklog-test-1\n$/);
});

Deno.test("the check installs the tools without which tests would be skipped", async () => {
  const printed = "ok | 12 passed | 0 failed (2s)";
  const { installed } = await check({ printed, missing: tools });
  for (const tool of tools) assert.ok(installed.split(/\s/).includes(tool), tool);
  assert.equal((await check({ printed })).installed, "");
});

Deno.test("if Debian has no headless browser package, the check installs the full browser", async () => {
  const printed = "ok | 12 passed | 0 failed (2s)";
  const refused = "chromium-headless-shell";
  const { ended, installed } = await check({ printed, missing: tools, refused });
  assert.equal(ended, 0);
  assert.match(installed, /install .* chromium jq curl/);
});
