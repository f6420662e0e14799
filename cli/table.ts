import { colors, oneLine } from "./output.ts";
import { widthOf } from "./width.ts";

/** Formats a table, truncated at the terminal's width. */
export function table(headings: string[], rows: (string | null)[][], empty: string): string {
  if (rows.length === 0) return empty;
  const cells = rows.map((row) => row.map((cell) => oneLine(cell ?? "")));
  const widths = headings.map((heading, at) =>
    Math.max(widthOf(heading), ...cells.map((row) => widthOf(row[at] ?? "")))
  );
  const line = (row: string[]) =>
    fit(row.map((cell, at) => pad(cell, widths[at] ?? 0)).join("  ").trimEnd(), terminalWidth());
  return [bold(line(headings)), ...cells.map(line)].join("\n");
}

/** Formats names and values, one per line, without empty values. */
export function listing(pairs: [name: string, value: string | null | undefined][]): string {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  const width = Math.max(...known.map(([name]) => widthOf(name)));
  return known.map(([name, value]) => `${bold(pad(name, width))}  ${oneLine(value ?? "")}`)
    .join("\n");
}

/** Truncates text to `width` columns, with an ellipsis, between graphemes. */
export function fit(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let used = 0;
  const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const { segment } of letters.segment(text)) {
    const next = widthOf(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept}…`;
}

/** Pads text with spaces to `width` columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function bold(text: string): string {
  return colors() ? `\x1b[1m${text}\x1b[22m` : text;
}

/**
 * Returns the terminal's width, or `COLUMNS` or 80 if it is unknown, as on some build servers.
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
