import { globalFlags } from "./command.ts";
import { groups } from "./groups.ts";
import { writeText } from "./output.ts";
import { versionAndCommit } from "./version.ts";

/** What the program says of itself. */
export const about = "Backlog: plan and track work. One program: server and command line.";
/** Where descriptions are narrower than this they aren't wrapped, as the parser has it. */
const narrowest = 40;

/** Answers what needs no parser. @returns whether it did */
export function answerQuickly(argv: string[]): boolean {
  const columns = Deno.stdout.isTerminal() ? Deno.consoleSize().columns : undefined;
  const text = quickAnswer(argv, columns);
  if (text === undefined) return false;
  try {
    writeText(text);
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
  return true;
}

/**
 * What is asked for most and says the same to everybody: help for the whole, and the version. The parser says it in the
 * same words, but takes three times as long to load as all else.
 * @returns undefined for any other words
 */
export function quickAnswer(argv: string[], columns = 80): string | undefined {
  const words = argv.join(" ");
  if (words === "--version") return `${versionAndCommit}\n`;
  return ["", "--help", "-h", "help"].includes(words) ? rootHelp(columns) : undefined;
}

function rootHelp(columns: number): string {
  const options = [
    ["--version", "Print the version"],
    ...globalFlags,
    ["-h, --help", "Show this help"],
  ] as const;
  const commands = groups.map(({ name, summary }) => [name, summary] as const);
  const width = Math.max(...[...options, ...commands].map(([term]) => term.length));
  const listed = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([term, text]) => {
      const lines = wrapped(text, columns - width - 4);
      return `  ${term.padEnd(width)}  ${lines.join(`\n${" ".repeat(width + 4)}`)}`;
    });
  return [
    "Usage: backlog [options] [command]",
    "",
    ...wrapped(about, columns),
    "",
    ...["Options:", ...listed(options), ""],
    ...["Commands:", ...listed(commands), ""],
  ].join("\n");
}

function wrapped(text: string, width: number): string[] {
  if (width < narrowest) return [text];
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
