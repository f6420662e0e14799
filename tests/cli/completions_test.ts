import assert from "node:assert/strict";
import { groups } from "../../cli/groups.ts";
import { prefixesOf } from "../../cli/operator/completions/prefixes.ts";
import { forBash } from "../../cli/operator/completions/bash.ts";
import { forFish } from "../../cli/operator/completions/fish.ts";
import { forZsh } from "../../cli/operator/completions/zsh.ts";
import { temporaryFolder } from "../support/folder.ts";
import { inside, isInstalled, runLine } from "./support/lines.ts";
import { makeWorkspace, makeWorld, signUp } from "./support/world.ts";

const prefixes = await prefixesOf(groups);

/** The typed line, whose last word is incomplete, and the expected completions. */
const lines: [typed: string[], offered: string[]][] = [
  [["ta"], ["tasks"]],
  [["teams", "add-member", "ENG", "--role", ""], ["lead", "member", "commentator"]],
  [["tasks", "u"], ["update", "update-many", "update-resource", "undo", "unfollow", "unrelate"]],
  [["tasks", "s"], ["show", "split"]],
  [["tasks", "co"], ["comment", "comments"]],
  [["tasks", "comments", "ENG-1"], ["ENG-1", "ENG-12"]],
  [["tasks", "comments", "ENG-1", "--sort", ""], ["createdAt", "-createdAt"]],
  [["tasks", "list", "--st"], ["--status"]],
  [["tasks", "list", "--status", "p"], ["planned", "progressed"]],
  [["tasks", "list", "--cursor", ""], []],
  [["tasks", "list", "--team-id", "E"], ["ENG"]],
  [["teams", "show", "E"], ["ENG"]],
  [["workspace", "audit", "--before", ""], []],
  [["workspace", "audit", "--interface", ""], ["web", "api", "cli", "system"]],
  [["tasks", "show", "ENG-1"], ["ENG-1", "ENG-12"]],
  [["--profile", "tasks", "st"], ["status"]],
  [["--profile", "me", "tasks", "sh"], ["show"]],
  [["auth", "request-otp", "ada@example.com", "sign"], ["signin", "signup"]],
  [["admin", "agents", "create", "--role", ""], ["member", "commentator"]],
  [["completions", ""], ["bash", "zsh", "fish"]],
  [["doctor", "--"], ["--fix", "--json", "--help"]],
];

/** Simulates the program for completions that come from the server. */
const asked = `#!/bin/sh
case "$1 $2" in
  "completions teams") printf '%s\\n' DES ENG ;;
  "completions tasks") printf '%s\\n' ENG-1 ENG-12 OPS-3 ;;
  "completions labels") printf '%s\\n' Bug 'Customer request' ;;
esac
`;

/** Runs a script in a shell, and returns the words that it prints. */
async function wordsOf(shell: string[], script: string): Promise<string[]> {
  await using made = await temporaryFolder();
  const folder = made.path;
  await Deno.writeTextFile(`${folder}/backlog`, asked, { mode: 0o755 });
  // The script is too long to be an argument
  await Deno.writeTextFile(`${folder}/script`, script);
  const [program, ...args] = shell as [string, ...string[]];
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args: [...args, "script"],
    cwd: folder,
    env: { HOME: folder, PATH: `${folder}:${Deno.env.get("PATH")}` },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assert.equal(text(stderr), "");
  assert.equal(code, 0);
  return text(stdout).split("\n").filter(Boolean);
}

async function assertOffers(shell: string[], scriptFor: (typed: string[]) => string) {
  for (const [typed, offered] of lines) {
    const words = await wordsOf(shell, scriptFor(typed));
    assert.deepEqual(words.sort(), offered.toSorted(), typed.join(" "));
  }
}

const quoted = (words: string[]) => words.map((word) => `'${word}'`).join(" ");

Deno.test({
  name: "bash completes commands, options, and values",
  ignore: !isInstalled("bash"),
  async fn() {
    const typing = (typed: string[]) =>
      `${forBash(prefixes)}
      COMP_WORDS=(backlog ${quoted(typed)}); COMP_CWORD=${typed.length}
      $(complete -p backlog | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); printf '%s\\n' "\${COMPREPLY[@]}"`;
    await assertOffers(["bash", "--norc"], typing);
    assert.deepEqual(
      await wordsOf(["bash"], typing(["tasks", "list", "--label", "C"])),
      ["Customer request"],
    );
    for (const begun of ['"Customer r', "Customer\\\\ r"]) {
      assert.deepEqual(
        await wordsOf(["bash"], typing(["tasks", "list", "--label", begun])),
        ["Customer request"],
      );
    }
    assert.deepEqual(
      await wordsOf(["bash"], typing(["tasks", "list", "--status", "=", "pl"])),
      ["planned"],
    );
  },
});

Deno.test({
  name: "zsh completes commands, options, and values",
  ignore: !isInstalled("zsh"),
  fn: () =>
    assertOffers(["zsh", "-f"], (typed) => {
      const last = typed.at(-1)!;
      // Replaces zsh's own functions, which need a terminal. They filter by the typed text.
      return `compdef() {}; _message() {}
        compadd() { while [[ $1 != -- ]] { shift }; shift; print -l -- \${(M)@:#${last}*} }
        _describe() { [[ $1 == -o && '${last}' != -* ]] && return
          local -a found=("\${(@P)@[-1]}"); found=(\${found%%:*})
          print -l -- \${(M)found:#${last}*} }
        ${forZsh(prefixes)}
        words=(backlog ${quoted(typed)}); CURRENT=${typed.length + 1}; _backlog`;
    }),
});

Deno.test({
  name: "fish completes commands, options, and values",
  ignore: !isInstalled("fish"),
  fn: () =>
    assertOffers(["fish", "--no-config"], (typed) => {
      const line = ["backlog", ...typed].join(" ");
      return `${forFish(prefixes)}\ncomplete -C '${line}' | string split -f1 \\t |
        string match -- '${typed.at(-1)}*'; true`;
    }),
});

Deno.test("files are suggested if a command expects a file", () => {
  const meant = prefixes.filter(({ suggestions }) => suggestions.includes("files"));
  assert.deepEqual(meant.map(({ path }) => path), ["backup", "restore", "export", "import"]);
  assert.match(forBash(prefixes), /"restore"\) .*compgen -f/);
  assert.match(forZsh(prefixes), /'restore'\)\n.*\n.*; _files ;;/);
  assert.match(forFish(prefixes), /__backlog_at " restore"' -F/);
});

Deno.test("every command and option that help shows is in the completions, and no other", async () => {
  for (const { path, commands, options } of prefixes) {
    const words = [...path.split(" "), "--help"].filter(Boolean);
    const { stdout } = await runLine(inside, "/nowhere", words);
    const shown = [...stdout.matchAll(/^ +(?:-h, )?(--[a-z-]+)/gm)].map((match) => match[1]!);
    assert.deepEqual(options.map(({ name }) => name).sort(), shown.sort(), path);
    const listed = stdout.split("\nCommands:\n")[1]?.match(/^ {2}[a-z-]+/gm) ?? [];
    assert.deepEqual(commands.map(({ name }) => name), listed.map((name) => name.trim()), path);
  }
});

Deno.test("an unknown shell is refused with the names of supported ones", async () => {
  const { code, stderr } = await runLine(inside, "/nowhere", ["completions", "tcsh"]);
  assert.equal(code, 2);
  assert.equal(stderr, "Use bash, zsh, or fish as the shell.\n");
  const { stdout } = await runLine(inside, "/nowhere", ["completions", "bash"]);
  assert.equal(stdout, forBash(prefixes));
});

Deno.test("names come from the server, and nothing is suggested if it returns none", async () => {
  await using world = await makeWorld(inside);
  await signUp(world);
  const { teamId } = await makeWorkspace(world);
  await world.run(["tasks", "create", "--team-id", teamId, "--title", "Mend the gate"]);
  const named = async (kind: string) => (await world.run(["completions", kind])).stdout;
  assert.equal(await named("teams"), "ENG\n");
  assert.equal(await named("members"), "ada\n");
  assert.equal(await named("tasks"), "ENG-1\n");
  assert.match(await named("labels"), /^Bug$/m);
  await world.run(["auth", "revoke"]);
  assert.deepEqual(await world.run(["completions", "teams"]), { code: 0, stdout: "", stderr: "" });
});
