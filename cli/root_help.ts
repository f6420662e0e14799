import { globalFlags } from "./command.ts";
import { groups } from "./groups.ts";
import { writeText } from "./output.ts";
import { versionAndCommit } from "./version.ts";

/** The program's description in its help. */
export const about = "Backlog: plan and track work. Server and command line in one program.";
/** The parser doesn't wrap descriptions in columns narrower than this. */
const narrowest = 40;

/** Prints the help or version without the parser, if possible. @returns whether it did */
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
 * Returns the main help or the version. The parser prints the same texts, but takes three times as long to load as
 * everything else.
 * @returns undefined for any other line
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
