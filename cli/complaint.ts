/** What else is understood, as other programs of the kind have it. */
export const aliases: Readonly<Record<string, string>> = { list: "ls", show: "view" };
const called = Object.fromEntries(Object.entries(aliases).map(([name, alias]) => [alias, name]));

/** What the parser says is wrong, and by which of its codes. */
interface Complaint {
  code: string;
  message: string;
}

/**
 * The parser's complaint in this program's words; `backlog.sh` uses the same.
 * @param path the words that were understood before it: "tasks"
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
      return "Too many arguments; one with spaces in it stands in quotes.";
    default:
      return `${message.replace(/^error: /, "")}.`;
  }
}

/** ` Did you mean list?`, where something is written nearly so. */
function meant(message: string): string {
  const found = /\n\(Did you mean (?:one of )?([a-z, -]+)\?\)$/.exec(message)?.[1];
  if (!found) return "";
  const words = [...new Set(found.split(", ").map((word) => called[word] ?? word))].sort();
  return ` Did you mean ${words.join(", ").replace(/, ([^,]*)$/, " or $1")}?`;
}
