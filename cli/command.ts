/** A word after a command: an option with a value, an option that can be repeated, or a switch. */
interface Word {
  help: string;
  /** The value's name in help: `<id>`. */
  placeholder: string;
  suggestions?: Suggestions;
}
/** The values that a shell completes. Other values are accepted too. */
export type Suggestions = readonly string[] | "files";
export interface ValueOption extends Word {
  kind: "value";
  required: boolean;
  /** Another accepted name, which help doesn't show. */
  alias?: string;
}
export interface ListOption extends Word {
  kind: "list";
}
/** A value that is sent as a number. */
export interface NumberOption extends Word {
  kind: "number";
}
export interface SwitchOption extends Word {
  kind: "switch";
}
export type Option = ValueOption | ListOption | NumberOption | SwitchOption;

/** A positional argument. */
export interface Argument {
  required: boolean;
  help: string;
  suggestions?: Suggestions;
}

export function value(placeholder: string, help: string, suggestions?: Suggestions): ValueOption {
  return { kind: "value", placeholder, help, required: false, ...(suggestions && { suggestions }) };
}
/** Creates an option whose value is one of these words: `<role>` is described as `Role: owner, admin, or member`. */
export function choice(placeholder: string, words: readonly string[]): ValueOption {
  const name = placeholder.slice(1, -1);
  return value(placeholder, `${name[0]!.toUpperCase()}${name.slice(1)}: ${oneOf(words)}`, words);
}
/** `list or board`, `task, project, or view`. */
export function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")}${words.length > 2 ? "," : ""} or ${words.at(-1)}`;
}
export function requiredValue(placeholder: string, help: string): ValueOption & { required: true } {
  return { kind: "value", placeholder, help: `${help} (required)`, required: true };
}
/** Adds another accepted name, in camelCase, to an option. */
export function alsoNamed<O extends ValueOption>(alias: string, option: O): O {
  return { ...option, alias };
}
/** Creates an option that can be repeated. */
export function list(placeholder: string, help: string): ListOption {
  return { kind: "list", placeholder, help };
}
/** Creates an option with a number, such as an amount. */
export function number(placeholder: string, help: string): NumberOption {
  return { kind: "number", placeholder, help };
}
export function flag(help: string): SwitchOption {
  return { kind: "switch", placeholder: "", help };
}
export function argument(
  help: string,
  suggestions?: Suggestions,
): Argument & { required: true } {
  return { required: true, help, ...(suggestions && { suggestions }) };
}
export function optionalArgument(
  help: string,
  suggestions?: Suggestions,
): Argument & { required: false } {
  return { required: false, help, ...(suggestions && { suggestions }) };
}

type OptionValue<O extends Option> = O extends ListOption ? string[]
  : O extends SwitchOption ? boolean
  : string;
type OptionValues<O extends Record<string, Option>> = {
  [K in keyof O]: O[K] extends { required: true } ? OptionValue<O[K]>
    : OptionValue<O[K]> | undefined;
};
type ArgumentValues<A extends Record<string, Argument>> = {
  [K in keyof A]: A[K] extends { required: true } ? string : string | undefined;
};

/** The flags of every command, with their help. */
export const globalFlags = [
  ["--profile <name>", "Use this profile instead of the default"],
  ["--base-url <url>", "Use this server"],
  ["--token <token>", "Use this token instead of the stored token"],
  ["--workspace-id <id>", "Use this workspace, by ID or name"],
  ["--json", "Print JSON (the default when piped)"],
  ["--compact", "Print one JSON record per line, without empty or long fields"],
  ["--quiet", "Print only references and IDs, one per line"],
] as const;

/** The values of the flags that every command takes. `RULES.md`, Command line. */
export interface Globals {
  profile?: string | undefined;
  baseUrl?: string | undefined;
  token?: string | undefined;
  workspaceId?: string | undefined;
  json?: boolean | undefined;
  compact?: boolean | undefined;
  quiet?: boolean | undefined;
}

/** The flags that choose the output format. A line can have only one of them. */
export const forms = ["json", "compact", "quiet"] as const;

/** The input of a command. */
export interface Call<A extends Record<string, Argument>, O extends Record<string, Option>> {
  /** The words of the command after `backlog`: "tasks list". */
  path: string;
  args: ArgumentValues<A>;
  options: OptionValues<O>;
  globals: Globals;
}

/** A command with its arguments, options, and implementation. */
export interface Command {
  /** "status", "tasks list": the words after `backlog`. */
  path: string;
  summary: string;
  args: Record<string, Argument>;
  options: Record<string, Option>;
  /** Example lines at the end of the help. */
  examples: readonly string[];
  run(call: Call<Record<string, Argument>, Record<string, Option>>): Promise<void> | void;
}

/** Declares a command. A key `teamId` becomes the flag `--team-id`. The types of `run`'s input follow from the keys. */
export function command<
  const A extends Record<string, Argument> = Record<never, Argument>,
  const O extends Record<string, Option> = Record<never, Option>,
>(spec: {
  path: string;
  summary: string;
  args?: A;
  options?: O;
  examples?: readonly string[];
  run(call: Call<A, O>): Promise<void> | void;
}): Command {
  return {
    path: spec.path,
    summary: spec.summary,
    args: spec.args ?? {},
    options: spec.options ?? {},
    examples: spec.examples ?? [],
    // The command line fills exactly the declared keys
    run: (call) => spec.run(call as unknown as Call<A, O>),
  };
}

/** `teamId` → `--team-id`. */
export function flagName(key: string): string {
  return "--" + key.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
}

/**
 * Returns a function that maps a request's field to the flag or argument of a command: `tags` to `--tag`, `body` to
 * `<body>`, `taskIds` to `<tasks>`, and `snoozedUntil` to `<until>`.
 */
export function typedFields({ args, options }: Command): (field: string) => string | undefined {
  const names = Object.keys(args);
  const typed = new Map(
    Object.entries(options).flatMap(([key, { kind }]) => [
      [key, flagName(key)] as const,
      ...(kind === "list" ? [[`${key}s`, flagName(key)] as const] : []),
    ]),
  );
  return (field) => {
    const name = names.find((one) => isNamedBy(field, one));
    return name === undefined ? typed.get(field) : `<${name}>`;
  };
}

/** Returns whether an argument sets a field. */
function isNamedBy(field: string, name: string): boolean {
  const ending = name[0]!.toUpperCase() + name.slice(1);
  return [name, `${name}Id`, `${name.replace(/s$/, "")}Ids`].includes(field) ||
    field.endsWith(ending);
}
