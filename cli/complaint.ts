import { oneOf } from "./command.ts";

/** Other accepted names of commands, as in similar tools. */
export const aliases: Readonly<Record<string, string>> = { list: "ls", show: "view" };
const called = Object.fromEntries(Object.entries(aliases).map(([name, alias]) => [alias, name]));

/** An error of the parser. */
interface Complaint {
  code: string;
  message: string;
}

/**
 * Words an error of the parser. `backlog.sh` uses the same sentences.
 * @param path the valid words before the error: "tasks"
 */
export function complaintOf({ code, message }: Complaint, path: string): string {
  const named = /'([^']*)'/s.exec(message)?.[1] ?? "";
  const word = named.split(" ")[0] ?? "";
  switch (code) {
    case "commander.unknownOption":
      return `Unknown option ${named}.${meant(message)}`;
    case "commander.unknownCommand":
      return `Unknown command "${[path, named].filter(Boolean).join(" ")}".${meant(message)}`;
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

/** Returns ` Did you mean list?` if a known word is similar. */
function meant(message: string): string {
  const found = /\n\(Did you mean (?:one of )?([a-z, -]+)\?\)$/.exec(message)?.[1];
  if (!found) return "";
  const words = [...new Set(found.split(", ").map((word) => called[word] ?? word))].sort();
  return ` Did you mean ${words.length > 1 ? oneOf(words) : words[0]}?`;
}
