import { compactIn, namesIn } from "./brief.ts";
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

/** Whether people read what is printed. */
export function forPeople(globals: Globals): boolean {
  return !forms.some((form) => globals[form]) && Deno.stdout.isTerminal();
}

/**
 * Prints an answer: as programs get it into a pipe or where a flag says how, else what `render` makes of it for a terminal.
 */
export async function print<T>(globals: Globals, answer: T, render: (answer: T) => string) {
  if (!forPeople(globals)) return writeText(forPrograms(globals, answer));
  await learnWidths(JSON.stringify(answer));
  writeText(`${render(answer)}\n`);
}

/** An answer as programs get it: as JSON, a line a record, or its names alone. */
export function forPrograms({ compact, quiet }: Globals, answer: unknown, inJson = json): string {
  if (quiet) return namesIn(answer).map((name) => `${oneLine(name)}\n`).join("");
  return compact ? compactIn(answer).map(jsonLine).join("") : inJson(answer);
}

/**
 * JSON with two spaces, as `jq .` prints it. What could steer a terminal or turn its text around is spelled out: DEL, C1
 * controls, ends of lines and paragraphs, directional overrides and isolates.
 */
export function json(answer: unknown): string {
  return spelled(JSON.stringify(answer, null, 2));
}

/** The same in one line, as `jq -c .` prints it. */
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

/** https://no-color.org; a dumb terminal prints what would steer it. */
export function colours(): boolean {
  return Deno.stdout.isTerminal() && !Deno.env.get("NO_COLOR") && Deno.env.get("TERM") !== "dumb";
}

/** What came from elsewhere, on one line and without what could drive the terminal or turn its text around. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ");
}
