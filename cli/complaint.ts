import { suggestionFor } from "./similar.ts";

/** Other accepted names of commands, as in similar tools. */
export const aliases: Readonly<Record<string, string>> = { list: "ls", show: "view" };

/** An error of the parser. */
interface Complaint {
  code: string;
  message: string;
}

/** The words that could have been typed instead. */
interface Known {
  commands: readonly string[];
  options: readonly string[];
}

/**
 * Words an error of the parser. `backlog.sh` uses the same sentences.
 * @param path the valid words before the error: "tasks"
 */
export function complaintOf({ code, message }: Complaint, path: string, known: Known): string {
  const named = /'([^']*)'/s.exec(message)?.[1] ?? "";
  const word = named.split(" ")[0] ?? "";
  switch (code) {
    case "commander.unknownOption":
      return `Unknown option ${named}.${suggestionFor(named, known.options)}`;
    case "commander.unknownCommand":
      return unknownCommand(path, named, known.commands);
    case "commander.missingArgument":
      return `Missing <${named}>.`;
    case "commander.optionMissingArgument":
      return `${word} needs a value.`;
    case "commander.excessArguments":
      return "Too many arguments. Put quotes around an argument with spaces.";
    default:
      return `${message.replace(/^error: /, "")}.`;
  }
}

/** Describes a word that isn't one of the known commands. */
export function unknownCommand(path: string, word: string, known: readonly string[]): string {
  const words = [path, word].filter(Boolean).join(" ");
  return `Unknown command "${words}".${suggestionFor(word, known)}`;
}
