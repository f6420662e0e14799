import { type Command, flagName, globalFlags, type Suggestions } from "../../command.ts";
import type { Group } from "../../groups.ts";

/** An option as a shell completes it. */
export interface OptionWord {
  /** "--team-id". */
  name: string;
  help: string;
  takesValue: boolean;
  suggestions?: Suggestions | undefined;
}

/** Where one can be on a command line, and what may follow there. */
export interface Place {
  /** "", "tasks", "tasks list". */
  path: string;
  commands: { name: string; help: string }[];
  options: OptionWord[];
  /** What its arguments may be. */
  suggestions: Suggestions[];
}

const help: OptionWord = { name: "--help", help: "Show this help", takesValue: false };
const version: OptionWord = { name: "--version", help: "Print the version", takesValue: false };
const globals: OptionWord[] = globalFlags.map(([flags, help]) => {
  const [name, placeholder] = flags.split(" ");
  return { name: name!, help, takesValue: placeholder !== undefined };
});

/** Every place of the program, read off the same commands that its parser is built from. */
export async function placesOf(groups: readonly Group[]): Promise<Place[]> {
  const root = groups.map(({ name, summary }) => ({ name, help: summary }));
  const places: Place[] = [
    { path: "", commands: root, options: [version, ...globals, help], suggestions: [] },
  ];
  for (const group of groups) {
    const own = group.operator ? [help] : [...globals, help];
    for (const command of await group.load()) addCommand(places, command, own);
  }
  return places;
}

function addCommand(places: Place[], command: Command, own: OptionWord[]) {
  const words = command.path.split(" ");
  for (let depth = 1; depth <= words.length; depth++) {
    const path = words.slice(0, depth).join(" ");
    const last = depth === words.length;
    if (!places.some((place) => place.path === path)) {
      places.push({ path, commands: [], options: [...own], suggestions: [] });
    }
    const parent = places.find((place) => place.path === words.slice(0, depth - 1).join(" "))!;
    const name = words[depth - 1]!;
    if (!parent.commands.some((one) => one.name === name)) {
      parent.commands.push({ name, help: last ? command.summary : `The commands of ${path}` });
    }
  }
  const place = places.find(({ path }) => path === command.path)!;
  place.options.unshift(
    ...Object.entries(command.options).map(([key, option]) => ({
      name: flagName(key),
      help: option.help,
      takesValue: option.kind !== "switch",
      suggestions: option.suggestions,
    })),
  );
  place.suggestions.push(
    ...Object.values(command.args).flatMap(({ suggestions }) => suggestions ? [suggestions] : []),
  );
}

/** The words among what is suggested, and whether files are. */
export function suggested(suggestions: Suggestions[]): { words: string[]; files: boolean } {
  return {
    words: suggestions.flatMap((one) => one === "files" ? [] : one),
    files: suggestions.includes("files"),
  };
}

/** The names of the options whose next word is their value, wherever they stand. */
export function takingValues(places: Place[]): string[] {
  const all = places.flatMap(({ options }) => options).filter(({ takesValue }) => takesValue);
  return [...new Set(all.map(({ name }) => name))];
}
