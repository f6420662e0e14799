import { compactIn, namesIn, nextCursorIn } from "./brief.ts";
import { forms, type Globals } from "./command.ts";
import { learnWidths } from "./width.ts";

const encoder = new TextEncoder();

/** Writes all of a text to standard output. */
export function writeText(text: string) {
  writeAll(Deno.stdout, text);
}

/** Writes one sentence to standard error. */
export function writeError(sentence: string) {
  writeAll(Deno.stderr, `${oneLine(sentence)}\n`);
}

function writeAll(target: { writeSync(bytes: Uint8Array): number }, text: string) {
  let bytes = encoder.encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(target.writeSync(bytes));
}

/** Returns whether the output goes to a terminal and no output format was chosen. */
export function forPeople(globals: Globals): boolean {
  return !forms.some((form) => globals[form]) && Deno.stdout.isTerminal();
}

/** Prints a response: with `render` on a terminal, or for programs when piped or with a format flag. */
export async function print<T>(globals: Globals, answer: T, render: (answer: T) => string) {
  if (!forPeople(globals)) return printForPrograms(globals, answer);
  await learnWidths(JSON.stringify(answer));
  writeText(`${render(answer)}\n`);
}

/** Prints records only to standard output. Where lines leave the next page out, standard error names its cursor. */
function printForPrograms(globals: Globals, answer: unknown) {
  writeText(forPrograms(globals, answer));
  const cursor = globals.compact || globals.quiet ? nextCursorIn(answer) : undefined;
  if (cursor !== undefined) writeError(`To see more, add --cursor ${cursor}`);
}

/** Formats a response for programs: JSON, one record per line, or only identifiers. */
export function forPrograms({ compact, quiet }: Globals, answer: unknown, inJson = json): string {
  if (quiet) return namesIn(answer).map((name) => `${oneLine(name)}\n`).join("");
  return compact ? compactIn(answer).map(jsonLine).join("") : inJson(answer);
}

/**
 * Formats JSON as `jq .` does. Escapes characters that control a terminal or reverse its text: DEL, C1 controls, line and
 * paragraph separators, directional overrides, and isolates.
 */
export function json(answer: unknown): string {
  return spelled(JSON.stringify(answer, null, 2));
}

/** Formats JSON in one line, as `jq -c .` does. */
export function jsonLine(answer: unknown): string {
  return spelled(JSON.stringify(answer));
}

function spelled(text: string): string {
  const steering = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;
  return `${text.replace(steering, (one) => `\\u${hex(one)}`)}\n`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

/** Returns whether to use colors: https://no-color.org. A dumb terminal would print the escape sequences. */
export function colors(): boolean {
  return Deno.stdout.isTerminal() && !Deno.env.get("NO_COLOR") && Deno.env.get("TERM") !== "dumb";
}

/** Puts external text on one line, without characters that control the terminal or reverse its text. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ");
}
