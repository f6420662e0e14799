import { type Command, flagName, globalFlags } from "../../cli/command.ts";
import { examplesOf } from "../../cli/examples.ts";
import { groups } from "../../cli/groups.ts";
import type { WriteTable } from "./tables.ts";
import { code, table } from "./table.ts";

/** @param path a command or the beginning of several: `tasks create`, `tasks` */
async function commandsOf(path: string): Promise<Command[]> {
  const group = groups.find(({ name }) => name === path.split(" ")[0]);
  const found = (await group?.load() ?? [])
    .filter((one) => `${one.path} `.startsWith(`${path} `));
  if (found.length === 0) throw new Error(`There is no command ${path}.`);
  return found;
}

/** Returns a command with its arguments: `tasks show <task>`. */
function lineOf({ path, args }: Command): string {
  const words = Object.entries(args)
    .map(([name, { required }]) => required ? ` <${name}>` : ` [${name}]`);
  return path + words.join("");
}

function flagsTable(command: Command): string {
  const given = Object.entries(command.args)
    .map(([name, { required, help }]) => [code(required ? `<${name}>` : `[${name}]`), help]);
  const flags = Object.entries(command.options).map((
    [key, { placeholder, help }],
  ) => [code(`${flagName(key)} ${placeholder}`.trim()), help]);
  return [...given, ...flags].length === 0
    ? "This command has no flags of its own."
    : table(["Argument or flag", "Description"], [...given, ...flags]);
}

function section(command: Command): string {
  const examples = examplesOf(command).join("\n");
  return [
    `## ${command.path}`,
    `${command.summary}.`,
    flagsTable(command),
    `\`\`\`sh\n${examples}\n\`\`\``,
  ].join("\n\n");
}

/** Tables of the command line. `backlog` and `backlog.sh` have the same commands. */
export const commandTables: Record<string, WriteTable> = {
  groups: () =>
    table(
      ["Command", "Description", "Available in"],
      groups.map(({ name, summary, operator }) => [
        code(name),
        summary,
        operator ? code("backlog") : `${code("backlog")}, ${code("backlog.sh")}`,
      ]),
    ),
  commands: async (path) =>
    table(
      ["Command", "Description"],
      (await commandsOf(path)).map((command) => [code(lineOf(command)), command.summary]),
    ),
  flags: async (path) => flagsTable((await commandsOf(path))[0]!),
  manual: async (path) => (await commandsOf(path)).map(section).join("\n\n"),
  globals: () =>
    table(["Flag", "Description"], globalFlags.map(([flag, help]) => [code(flag), help])),
};
