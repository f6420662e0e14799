import { withoutInvisible } from "../../../server/domain/core/invisible_characters.ts";

const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
/** Marks shortened text. */
const ELLIPSIS = "…";

/** Returns one line without invisible characters. */
export function lineOf(text: string): string {
  return withoutInvisible(text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " ")).trim();
}

/** Returns text without control characters. */
export function proseOf(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROLS, "");
}

/** Returns whether a text has characters that are removed. */
export function hasUnseen(text: string): boolean {
  return !text.isWellFormed() || text.search(CONTROLS) >= 0;
}

/** Shortens a line. */
export function shortened(line: string, most: number): string {
  return line.length <= most ? line : `${cut(line, most - 1)[0].trimEnd()}${ELLIPSIS}`;
}

/** Splits text at a maximum length, between words if possible, and never inside a letter. */
export function cut(text: string, most: number): [first: string, rest: string] {
  const space = /\s\S{0,200}$/.exec(text.slice(0, most))?.index;
  const inPair = /[\ud800-\udbff]/.test(text[most - 1] ?? "") ? 1 : 0;
  const end = space || most - inPair;
  return [text.slice(0, end), text.slice(end)];
}

/** Splits text into pieces of a maximum length, at ends of lines if possible. */
export function pieces(text: string, most: number): string[] {
  const all: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = rest.lastIndexOf("\n", most);
    const [first, after] = cut(rest, end > most / 2 ? end : most);
    all.push(first);
    rest = after;
  }
  if (rest.trim() !== "") all.push(rest);
  return all;
}

/** Quotes external text as Markdown without mentions or links. */
export function asSaid(text: string): string {
  return `\`${shortened(lineOf(text).replaceAll("`", "'"), 500)}\``;
}

/** Formats a link, or only its name if the URL is invalid. */
export function linked(called: string, url: string | null): string {
  const safe = url !== null && url.length <= 2_000 && /^https?:\/\/[^\s<>\\]+$/.test(url);
  return safe ? `[${asSaid(called)}](<${url}>)` : asSaid(called);
}
