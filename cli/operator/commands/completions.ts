import { argument, type Command, command, oneOf } from "../../command.ts";
import { badValue } from "../../failure.ts";
import type { Group } from "../../groups.ts";
import { writeText } from "../../output.ts";
import { askedKinds, askedWords, isAskedKind } from "../completions/asked.ts";
import { forBash } from "../completions/bash.ts";
import { forFish } from "../completions/fish.ts";
import { prefixesOf } from "../completions/prefixes.ts";
import { forZsh } from "../completions/zsh.ts";

const kinds = oneOf(askedKinds);
const shells = { bash: forBash, zsh: forZsh, fish: forFish };

function isShell(name: string): name is keyof typeof shells {
  return Object.hasOwn(shells, name);
}

/** Creates the command, which completes all groups including its own. */
export function commandsOver(groups: readonly Group[]): Command[] {
  return [
    command({
      path: "completions",
      summary: "Generate shell completions",
      args: {
        shell: argument(
          `Shell: bash, zsh, or fish. Completion scripts also call this command with ${kinds}.`,
          Object.keys(shells),
        ),
      },
      examples: [
        "source <(backlog completions bash)",
        'backlog completions zsh > "${fpath[1]}/_backlog"',
        "backlog completions fish > ~/.config/fish/completions/backlog.fish",
      ],
      async run({ args: { shell } }) {
        if (isAskedKind(shell)) {
          return writeText((await askedWords(shell)).map((word) => `${word}\n`).join(""));
        }
        if (!isShell(shell)) throw badValue(`Use bash, zsh, or fish as the shell.`);
        writeText(shells[shell](await prefixesOf(groups)));
      },
    }),
  ];
}
