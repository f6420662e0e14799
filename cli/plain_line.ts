import { type Call, type Command, forms, type Globals } from "./command.ts";
import { exitCodes } from "./failure.ts";
import { groups } from "./groups.ts";
import { report, runCommand } from "./run_command.ts";

/**
 * Runs a line of only a command's words and a format flag, such as `tasks list --json`, without the parser, which takes
 * longer to load than everything else.
 * @param argv the words after `backlog`
 * @returns the exit code, with errors already on standard error; undefined for a line that needs the parser
 */
export async function runPlainLine(argv: string[]): Promise<number | undefined> {
  const given = forms.filter((form) => argv.includes(`--${form}`));
  const words = argv.filter((word) => !forms.some((form) => word === `--${form}`));
  const group = groups.find(({ name }) => name === words[0]);
  // The operator's commands have no format flag, and others accept only one
  if (!group || given.length > (group.operator ? 0 : 1)) return undefined;
  // No word of a command contains a space
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

/** Returns whether a command requires an argument or flag. The parser then reports what is missing. */
function needsMore({ args, options }: Command): boolean {
  return Object.values(args).some(({ required }) => required) ||
    Object.values(options).some((option) => option.kind === "value" && option.required);
}

/** Builds the call of a line of only a command's words and a format flag. */
function plainCall({ path, args, options }: Command, globals: Globals) {
  const none = (of: object) => Object.fromEntries(Object.keys(of).map((key) => [key, undefined]));
  return {
    path,
    args: none(args) as Call<typeof args, typeof options>["args"],
    options: none(options) as Call<typeof args, typeof options>["options"],
    globals,
  };
}
