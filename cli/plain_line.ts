import { type Call, type Command, forms, type Globals } from "./command.ts";
import { exitCodes } from "./failure.ts";
import { groups } from "./groups.ts";
import { report, runCommand } from "./run_command.ts";

/**
 * Runs a line that has nothing but a command's words, and `--json` or its like, as the parser would, which takes longer
 * to load than all else: `status`, `tasks list --json`, `serve`.
 * @param argv what was typed after `backlog`
 * @returns the exit code, what went wrong having been written to standard error; undefined for a line that needs the parser
 */
export async function runPlainLine(argv: string[]): Promise<number | undefined> {
  const given = forms.filter((form) => argv.includes(`--${form}`));
  const words = argv.filter((word) => !forms.some((form) => word === `--${form}`));
  const group = groups.find(({ name }) => name === words[0]);
  // The operator's commands take no such flag, and nobody's take two
  if (!group || given.length > (group.operator ? 0 : 1)) return undefined;
  // A word with a space in it is none of a command's
  if (words.some((word) => word.includes(" "))) return undefined;
  const path = words.join(" ");
  const command = (await group.load()).find((one) => one.path === path);
  if (!command || needsMore(command)) return undefined;
  try {
    const globals = Object.fromEntries(given.map((form) => [form, true]));
    await runCommand(command, plainCall(command, globals));
    return exitCodes.done;
  } catch (error) {
    return report(error);
  }
}

/** Whether a command can't be run without an argument or a flag: the parser says which. */
function needsMore({ args, options }: Command): boolean {
  return Object.values(args).some(({ required }) => required) ||
    Object.values(options).some((option) => option.kind === "value" && option.required);
}

/** What a command is run with where nothing but its words was typed, and such a flag. */
function plainCall({ path, args, options }: Command, globals: Globals) {
  const none = (of: object) => Object.fromEntries(Object.keys(of).map((key) => [key, undefined]));
  return {
    path,
    args: none(args) as Call<typeof args, typeof options>["args"],
    options: none(options) as Call<typeof args, typeof options>["options"],
    globals,
  };
}
