/** One word after a command: an option that takes a value, one that may be repeated, or a switch. */
interface Word {
  help: string;
  /** How the value is called in help: `<id>`. */
  placeholder: string;
  suggestions?: Suggestions;
}
/** What a shell offers where a value is typed; anything else may be typed too. */
export type Suggestions = readonly string[] | "files";
export interface ValueOption extends Word {
  kind: "value";
  required: boolean;
  /** Another name that is understood, not shown. */
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
/** A value that is one of these words. */
export function choice(placeholder: string, words: readonly string[]): ValueOption {
  return value(placeholder, oneOf(words), words);
}
/** `task, project or view`. */
export function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
export function requiredValue(placeholder: string, help: string): ValueOption & { required: true } {
  return { kind: "value", placeholder, help: `${help} (required)`, required: true };
}
/** The same option under another name too, in camelCase. */
export function alsoNamed<O extends ValueOption>(alias: string, option: O): O {
  return { ...option, alias };
}
/** An option that may be given several times. */
export function list(placeholder: string, help: string): ListOption {
  return { kind: "list", placeholder, help };
}
/** A number, such as an amount. */
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

/** How the options that every command takes are typed and told. */
export const globalFlags = [
  ["--profile <name>", "Use this profile instead of the default one"],
  ["--base-url <url>", "Talk to this server"],
  ["--token <token>", "Use this token instead of the stored one"],
  ["--workspace-id <id>", "Work in this workspace, by its id or name"],
  ["--json", "Print JSON, as into a pipe"],
  ["--compact", "Print a line of JSON a record, without what is empty or long"],
  ["--quiet", "Print references and ids alone, a line each"],
] as const;

/** The options that every command takes. `RULES.md`, Command line. */
export interface Globals {
  profile?: string | undefined;
  baseUrl?: string | undefined;
  token?: string | undefined;
  workspaceId?: string | undefined;
  json?: boolean | undefined;
  compact?: boolean | undefined;
  quiet?: boolean | undefined;
}

/** The options that say how an answer is printed, of which a line has one at most. */
export const forms = ["json", "compact", "quiet"] as const;

/** What a command is run with. */
export interface Call<A extends Record<string, Argument>, O extends Record<string, Option>> {
  /** The command as it was typed after `backlog`, "tasks list". */
  path: string;
  args: ArgumentValues<A>;
  options: OptionValues<O>;
  globals: Globals;
}

/** A command as the command line registers it: what it takes, and what it does. */
export interface Command {
  /** "status", "tasks list": the words after `backlog`. */
  path: string;
  summary: string;
  args: Record<string, Argument>;
  options: Record<string, Option>;
  /** Lines as one would type them, shown at the end of help. */
  examples: readonly string[];
  run(call: Call<Record<string, Argument>, Record<string, Option>>): Promise<void> | void;
}

/**
 * Declares a command. Keys are camelCase and typed as `--kebab-case`; what `run` gets is typed after them.
 */
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
    // The command line fills exactly the keys that the spec declares.
    run: (call) => spec.run(call as unknown as Call<A, O>),
  };
}

/** `teamId` → `--team-id`. */
export function flagName(key: string): string {
  return "--" + key.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
}

/**
 * How a field of what is sent is typed for this command: `tags` as `--tag`, `body` as `<body>`, `taskIds` as `<tasks>`,
 * `snoozedUntil` as `<until>`.
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

/** Whether a field is what an argument gives. */
function isNamedBy(field: string, name: string): boolean {
  const ending = name[0]!.toUpperCase() + name.slice(1);
  return [name, `${name}Id`, `${name.replace(/s$/, "")}Ids`].includes(field) ||
    field.endsWith(ending);
}
