import { Command as Parser, Help, Option as ParserOption } from "@commander-js/extra-typings";
import { type Call, type Command, flagName, forms, globalFlags, type Globals } from "./command.ts";
import { aliases, complaintOf, unknownCommand } from "./complaint.ts";
import { examplesOf } from "./examples.ts";
import { exitCodes, UnknownTopic, usageFailure } from "./failure.ts";
import { type Group, groups } from "./groups.ts";
import { colors, writeText } from "./output.ts";
import { about } from "./root_help.ts";
import { report, runCommand } from "./run_command.ts";
import { suggestionFor } from "./similar.ts";
import { versionAndCommit } from "./version.ts";

/** Only this file uses the parser; commands get a `Call`. Untyped, because the parser is built from data. */
type Node = Parser<unknown[], Record<string, unknown>>;

/** Thrown after help or the version was printed. */
class HelpShown extends Error {}

/**
 * Runs one command line.
 * @param argv what was typed after `backlog`
 * @returns the exit code; errors are already on standard error
 */
export async function run(argv: string[]): Promise<number> {
  try {
    const about = wordsAfterHelp(argv);
    const asked = about ? [...about, "--help"] : argv;
    const root = await build(asked);
    if (asksForHelp(asked)) requireCommands(root, asked);
    await root.parseAsync(asked, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof HelpShown) return exitCodes.done;
    if (!(error instanceof UnknownTopic)) return report(error);
    const suggestion = suggestionFor(error.topic, groups.map(({ name }) => name));
    return report(new UnknownTopic(error.topic, suggestion));
  }
}

/**
 * Returns the words after `help` if they name a command, such as `help tasks list` or `help "tasks list"`. One other
 * word is a topic.
 */
function wordsAfterHelp([first, ...after]: readonly string[]): string[] | undefined {
  if (first !== "help") return undefined;
  const words = after[0]?.includes(" ") ? [...after[0].split(" "), ...after.slice(1)] : after;
  const [word, next] = words;
  if (word === undefined || groups.some(({ name }) => name === word)) return words;
  return word.startsWith("-") || (next ?? "-").startsWith("-") ? undefined : words;
}

const asksForHelp = (argv: readonly string[]) => ["--help", "-h"].includes(argv.at(-1) ?? "");

/** Rejects words that aren't commands. The parser would show the help of the group before them. */
function requireCommands(root: Node, argv: readonly string[]) {
  let at = root;
  for (const word of argv) {
    if (word.startsWith("-") || at.commands.length === 0) return;
    const next = at.commands.find((one) => one.name() === word || one.alias() === word);
    if (!next) throw usageFailure(pathOf(at), unknownCommand(pathOf(at), word, commandsOf(at)));
    at = next as unknown as Node;
  }
}

const commandsOf = (target: Node) => target.commands.map((child) => child.name());

/** Builds the parser, with the commands of the groups in `argv`. */
export async function build(argv: string[]): Promise<Node> {
  const root = node("", about);
  root.name("backlog").version(versionAndCommit, "--version", "Print the version");
  addGlobals(root);
  for (const group of groups) {
    if (argv.includes(group.name)) await addGroup(root, group);
    else root.addCommand(node(group.name, group.summary));
  }
  return root;
}

async function addGroup(root: Node, group: Group) {
  for (const command of await group.load()) {
    const words = command.path.split(" ");
    let parent = root;
    for (const [depth, word] of words.entries()) {
      const path = words.slice(0, depth + 1).join(" ");
      const known = parent.commands.find((child) => child.name() === word) as Node | undefined;
      const summary = depth === words.length - 1
        ? command.summary
        : depth === 0
        ? group.summary
        : `Manage ${word}`;
      const child = known ?? node(path, summary);
      if (!known) {
        if (depth > 0 && Object.hasOwn(aliases, word)) child.alias(aliases[word]!);
        parent.addCommand(child);
        if (!group.operator) addGlobals(child);
      }
      parent = child;
    }
    addCommand(parent, command);
  }
}

/** Creates an empty command that reports errors in this program's words. */
function node(path: string, summary: string): Node {
  const made = new Parser(path.split(" ").at(-1)) as unknown as Node;
  return made.description(summary)
    .enablePositionalOptions()
    .allowExcessArguments(false)
    .helpOption("-h, --help", "Show this help")
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureHelp({ subcommandTerm })
    .configureOutput({
      writeOut: writeText,
      writeErr: () => {},
      getOutHasColors: colors,
      getErrHasColors: colors,
    })
    .exitOverride((error) => {
      // A group without a command
      if (error.code === "commander.help") writeText(made.helpInformation());
      if (error.exitCode === 0 || error.code === "commander.help") throw new HelpShown();
      const options = made.createHelp().visibleOptions(made).map(({ long }) => long ?? "");
      throw usageFailure(path, complaintOf(error, path, { commands: commandsOf(made), options }));
    });
}

/** Returns a command's name for lists of commands, without "[options]". */
function subcommandTerm(command: Parser): string {
  return new Help().subcommandTerm(command).replace(" [options]", "");
}

function addGlobals(target: Node) {
  for (const [flags, help] of globalFlags) {
    const made = new ParserOption(flags, help);
    if (flags.includes("<")) made.argParser(once(target, made, requireText(target, made)));
    target.addOption(made as unknown as ParserOption);
  }
}

type ArgParser = (given: string, before: string | undefined) => string;

/** Rejects a second value for an option, because it's unclear which of the two was meant. */
function once(target: Node, { long }: ParserOption, then: ArgParser = (given) => given): ArgParser {
  return (given, before) => {
    if (before !== undefined) throw givenTwice(pathOf(target), long!);
    return then(given, before);
  };
}

/** Rejects an empty value, which usually comes from an unset variable. */
function requireText(target: Node, { long }: ParserOption): ArgParser {
  return (given) => {
    if (given === "") throw usageFailure(pathOf(target), `${long} needs a value.`);
    return given;
  };
}

function givenTwice(path: string, flag: string) {
  return usageFailure(path, `Use ${flag} only once.`);
}

/** Returns the words of a command, without the program's name. */
function pathOf(target: Node): string {
  const names: string[] = [];
  for (let at = target; at.parent; at = at.parent as Node) names.unshift(at.name());
  return names.join(" ");
}

function addCommand(target: Node, command: Command) {
  const names = Object.keys(command.args);
  for (const [name, { required, help }] of Object.entries(command.args)) {
    target.argument(required ? `<${name}>` : `[${name}]`, help);
  }
  for (const [key, option] of Object.entries(command.options)) {
    const made = new ParserOption(`${flagName(key)} ${option.placeholder}`.trim(), option.help);
    if (option.kind === "list") {
      made.argParser((given: string, before: string[] | undefined) => [...before ?? [], given]);
    }
    if (option.kind === "value" || option.kind === "number") made.argParser(once(target, made));
    target.addOption(made as unknown as ParserOption);
    if (option.kind === "value" && option.alias) {
      const other = new ParserOption(`${flagName(option.alias)} <value>`).hideHelp();
      target.addOption(other.argParser(once(target, other)) as unknown as ParserOption);
    }
  }
  const shown = examplesOf(command).map((one) => `  ${one}`);
  target.addHelpText("after", `\nExamples:\n${shown.join("\n")}`);
  target.action(async (...given: unknown[]) => {
    const call: Call<typeof command.args, typeof command.options> = {
      path: command.path,
      args: Object.fromEntries(names.map((name, at) => [name, given[at] as string])),
      options: optionsOf(target, command),
      globals: globalsOf(target),
    };
    requireOptions(command, call.options);
    await runCommand(command, call);
  });
}

/** Returns the values of the command's own options, without the global flags. */
function optionsOf(target: Node, command: Command) {
  const given = target.opts();
  const own = Object.entries(command.options).map(([key, option]) => {
    const alias = option.kind === "value" && option.alias ? given[option.alias] : undefined;
    if (alias !== undefined && given[key] !== undefined) {
      throw givenTwice(command.path, flagName(key));
    }
    return [key, given[key] ?? alias];
  });
  return Object.fromEntries(own) as Call<typeof command.args, typeof command.options>["options"];
}

function requireOptions(command: Command, given: Record<string, unknown>) {
  for (const [key, option] of Object.entries(command.options)) {
    if (option.kind === "value" && option.required && given[key] === undefined) {
      throw usageFailure(command.path, `${flagName(key)} is required.`);
    }
  }
}

const globalNames = ["profile", "baseUrl", "token", "workspaceId", ...forms] as const;

const isForm = (name: string) => forms.some((form) => form === name);

/** Returns the values of the global flags, from any position on the line. */
function globalsOf(target: Node): Globals {
  const globals: Record<string, unknown> = {};
  for (let at = target, below = target; at; below = at, at = at.parent as Node) {
    const here = at.opts();
    for (const name of globalNames.filter((one) => here[one] !== undefined)) {
      if (!isForm(name) && name in globals) throw givenTwice(pathOf(below), flagName(name));
      globals[name] = here[name];
    }
  }
  if (Object.keys(globals).filter(isForm).length > 1) {
    throw usageFailure(pathOf(target), "Use only one of --json, --compact, and --quiet.");
  }
  return globals;
}
