import { type Command, flagName, globalFlags, type Suggestions } from "../../command.ts";
import { askedFor, type AskedKind } from "./asked.ts";
import type { Group } from "../../groups.ts";

/** The values that a shell completes: words, files, or names from the server. */
type Offered = Suggestions | { asked: AskedKind };

/** An option as a shell completes it. */
export interface OptionWord {
  /** "--team-id". */
  name: string;
  help: string;
  takesValue: boolean;
  suggestions?: Offered | undefined;
}

/** A position on a command line, and the words that can follow. */
export interface Prefix {
  /** "", "tasks", "tasks list". */
  path: string;
  commands: { name: string; help: string }[];
  options: OptionWord[];
  /** The values of its arguments. */
  suggestions: Offered[];
}

const help: OptionWord = { name: "--help", help: "Show this help", takesValue: false };
const version: OptionWord = { name: "--version", help: "Print the version", takesValue: false };
const globals: OptionWord[] = globalFlags.map(([flags, help]) => {
  const [name, placeholder] = flags.split(" ");
  return { name: name!, help, takesValue: placeholder !== undefined };
});

/** Returns every prefix, from the same commands as the parser. */
export async function prefixesOf(groups: readonly Group[]): Promise<Prefix[]> {
  const root = groups.map(({ name, summary }) => ({ name, help: summary }));
  const prefixes: Prefix[] = [
    { path: "", commands: root, options: [version, ...globals, help], suggestions: [] },
  ];
  for (const group of groups) {
    const own = group.operator ? [help] : [...globals, help];
    for (const command of await group.load()) addCommand(prefixes, command, own);
  }
  return prefixes;
}

function addCommand(prefixes: Prefix[], command: Command, own: OptionWord[]) {
  const words = command.path.split(" ");
  for (let depth = 1; depth <= words.length; depth++) {
    const path = words.slice(0, depth).join(" ");
    const last = depth === words.length;
    if (!prefixes.some((prefix) => prefix.path === path)) {
      prefixes.push({ path, commands: [], options: [...own], suggestions: [] });
    }
    const parent = prefixes.find((prefix) => prefix.path === words.slice(0, depth - 1).join(" "))!;
    const name = words[depth - 1]!;
    if (!parent.commands.some((one) => one.name === name)) {
      parent.commands.push({ name, help: last ? command.summary : `Manage ${name}` });
    }
  }
  const prefix = prefixes.find(({ path }) => path === command.path)!;
  prefix.options.unshift(
    ...Object.entries(command.options).map(([key, option]) => ({
      name: flagName(key),
      help: option.help,
      takesValue: option.kind !== "switch",
      suggestions: option.kind === "switch"
        ? undefined
        : option.suggestions ?? asking(command.path, key),
    })),
  );
  prefix.suggestions.push(
    ...Object.entries(command.args)
      .map(([name, { suggestions }]) => suggestions ?? asking(command.path, name))
      .filter((one) => one !== undefined),
  );
}

function asking(path: string, name: string): Offered | undefined {
  const asked = askedFor(path, name);
  return asked && { asked };
}

/** Splits suggestions into words, files, and kinds of names from the server. */
export function suggested(suggestions: Offered[]) {
  return {
    words: suggestions.flatMap((one) => typeof one === "object" && !("asked" in one) ? one : []),
    files: suggestions.includes("files"),
    asked: suggestions.flatMap((one) => typeof one === "object" && "asked" in one ? one.asked : []),
  };
}

/** Returns the names of all options with a value. */
export function takingValues(prefixes: Prefix[]): string[] {
  const all = prefixes.flatMap(({ options }) => options).filter(({ takesValue }) => takesValue);
  return [...new Set(all.map(({ name }) => name))];
}
