import stringWidth from "string-width";
import type { Globals } from "./command.ts";
import { fit, oneLine, pad } from "./width.ts";

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

/** Whether people read what is printed; programs get JSON. */
export function forPeople(globals: Globals): boolean {
  return !globals.json && Deno.stdout.isTerminal();
}

/**
 * Prints an answer: JSON into a pipe or with `--json`, else what `render` makes of it for a terminal.
 */
export function print<T>(globals: Globals, answer: T, render: (answer: T) => string) {
  writeText(forPeople(globals) ? `${render(answer)}\n` : json(answer));
}

/**
 * JSON with two spaces, as `jq .` prints it. What could steer a terminal or turn its text around is spelled out: DEL, C1
 * controls, ends of lines and paragraphs, directional overrides and isolates.
 */
export function json(answer: unknown): string {
  const steering = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;
  const text = JSON.stringify(answer, null, 2);
  return `${text.replace(steering, (one) => `\\u${hex(one)}`)}\n`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

/** https://no-color.org */
export function colours(): boolean {
  return Deno.stdout.isTerminal() && !Deno.env.get("NO_COLOR");
}

function bold(text: string): string {
  return colours() ? `\x1b[1m${text}\x1b[22m` : text;
}

/**
 * How many columns there are: the terminal's, or, where it tells none, as some build servers' don't, those that
 * `COLUMNS` names, or 80.
 */
export function terminalWidth(ask: () => number = () => Deno.consoleSize().columns): number {
  return columnsOf(ask) || Number(/^[1-9]\d{0,3}$/.exec(Deno.env.get("COLUMNS") ?? "")?.[0] ?? 80);
}

function columnsOf(ask: () => number): number {
  try {
    return ask();
  } catch {
    return 0;
  }
}

/** Rows under headings, the last column cut at the terminal's edge. */
export function table(headings: string[], rows: (string | null)[][], empty: string): string {
  if (rows.length === 0) return empty;
  const cells = rows.map((row) => row.map((cell) => oneLine(cell ?? "")));
  const widths = headings.map((heading, at) =>
    Math.max(stringWidth(heading), ...cells.map((row) => stringWidth(row[at] ?? "")))
  );
  const line = (row: string[]) =>
    fit(row.map((cell, at) => pad(cell, widths[at] ?? 0)).join("  ").trimEnd(), terminalWidth());
  return [bold(line(headings)), ...cells.map(line)].join("\n");
}

/** Names and what they are, one a line; those without a value are left out. */
export function listing(pairs: [name: string, value: string | null | undefined][]): string {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  const width = Math.max(...known.map(([name]) => stringWidth(name)));
  return known.map(([name, value]) => `${bold(pad(name, width))}  ${oneLine(value ?? "")}`)
    .join("\n");
}
