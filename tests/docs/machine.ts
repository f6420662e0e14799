import { fileURLToPath } from "node:url";
import { readPages } from "../support/pages.ts";
import type { World } from "../support/world.ts";
import { github, jira, linear, planeJson, trello } from "../cli/support/exports.ts";
import { binary } from "../cli/support/lines.ts";

/** Exports of other tools, by the names that the pages give them. */
const samples = {
  "issues.csv": linear,
  "issues.json": github,
  "jira.csv": jira,
  "items.json": planeJson,
  "board.json": trello,
};

const terminal = fileURLToPath(new URL("terminal.ts", import.meta.url));

/** The folders that stand in for the machine's own. */
const folders = ["tmp", "etc", "usr/local/bin", "var/backups/backlog", "var/lib/backlog"];

/**
 * Stands in for programs of the machine: `sudo` runs its command as the same user, and no service is there to stop or
 * start.
 */
export const standIns = `sudo() { [ "$1" = -s ] || "$@"; }
systemctl() { [[ "$*" =~ ^(stop|start)\\ backlog$ ]]; }`;

/** Makes a folder a server's machine, with the program `backlog`, exports of other tools, and a copy of a database. */
export async function makeMachine(folder: string, { database }: World): Promise<void> {
  await Promise.all(folders.map((one) => Deno.mkdir(`${folder}/${one}`, { recursive: true })));
  const program = `${folder}/usr/local/bin/backlog`;
  await Deno.writeTextFile(program, wrapper(), { mode: 0o755 });
  for (const [name, text] of Object.entries(samples)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const pages = new Blob((await readPages(database)).map((page) => page.slice()));
  await Deno.writeFile(`${folder}/var/lib/backlog/backlog.db`, await pages.bytes(), {
    mode: 0o600,
  });
}

/**
 * Returns the program from source. It prints as in a terminal, except into a pipe. A server gets a free port, and stops
 * once it responds.
 */
function wrapper(): string {
  const quoted = (words: string[]) => words.map((word) => `'${word}'`).join(" ");
  const own = ["HOME", "DENO_DIR"].flatMap((name) => {
    const value = Deno.env.get(name);
    return value ? [`${name}='${value}'`] : [];
  });
  const [main, ...flags] = binary.words.toReversed();
  return `#!/usr/bin/env bash
export XDG_CONFIG_HOME="$HOME/.config" NO_COLOR=1 ${own.join(" ")}
[ -p /dev/stdout ] || terminal='--preload=${terminal}'
run() { exec ${
    quoted([binary.program, ...flags.toReversed()])
  } \${terminal:+"$terminal"} '${main}' "$@"; }
[ "$1" = serve ] || run "$@"
run "\${@/#5174/0}" > >(while read -r line; do
  echo "$line"
  [[ $line = *"listens on"* ]] || continue
  curl --silent --fail --output /dev/null "\${line##* }/health" && kill -INT $$ || kill -KILL $$
done)
`;
}

/** Replaces the machine's folders in a command with those of the example. */
export function inside(folder: string, code: string): string {
  return code.replace(/(?<![\w.}/])\/(?=(?:tmp|etc|usr\/local\/bin|var)\/)/g, `${folder}/`);
}
