import { type Command, flagName, globalFlags } from "../../cli/command.ts";
import { examplesOf } from "../../cli/examples.ts";
import { groups } from "../../cli/groups.ts";
import { assertNone } from "../support/missing.ts";

const commands = (await Promise.all(groups.map(({ load }) => load()))).flat();

/** Whether an example belongs to another command: `source <(backlog completions bash)`. */
const isPlain = (example: string) => example.startsWith("backlog ");

/** Returns what is wrong with a command's example, or null if it can be typed. */
function wrongWith(example: string, { path, args, options }: Command): string | null {
  const [typed = ""] = example.split(/ [<>|] ?/);
  const words = (typed.match(/"[^"]*"|'[^']*'|(?:\$\([^)]*\)|\S)+/g) ?? []).slice(1);
  const own = path.split(" ");
  if (words.splice(0, own.length).join(" ") !== path) return "is another command's";
  const kinds = new Map([
    ...Object.entries(options).map(([key, { kind }]) =>
      [flagName(key), kind !== "switch"] as const
    ),
    ...globalFlags.map(([flags]) => [flags.split(" ")[0]!, flags.includes("<")] as const),
  ]);
  const given: string[] = [];
  const flags: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith("--")) given.push(word);
    else if (!kinds.has(word)) return `has no ${word}`;
    else {
      flags.push(word);
      if (kinds.get(word) && words.shift() === undefined) return `gives ${word} no value`;
    }
  }
  const needed = Object.values(args).filter(({ required }) => required).length;
  if (given.length < needed || given.length > Object.keys(args).length) {
    return "has too few or too many arguments";
  }
  const missing = Object.entries(options).find(([key, option]) =>
    option.kind === "value" && option.required && !flags.includes(flagName(key))
  );
  return missing ? `lacks ${missing[0]}` : null;
}

Deno.test("every command has an example, and every example can be typed", () => {
  const wrong = commands.flatMap((command) => {
    const shown = examplesOf(command);
    if (shown.length === 0) {
      return [`The command "${command.path}" has no example. Add one to cli/examples.ts.`];
    }
    return shown.filter(isPlain).map((one) => [one, wrongWith(one, command)] as const)
      .filter(([, why]) => why !== null).map(([one, why]) =>
        `The example "${one}" can't be typed: it ${why}. Change it in cli/examples.ts.`
      );
  });
  assertNone(wrong, (sentence) => sentence);
});
