import { withoutInvisible } from "../../../server/domain/core/invisible_characters.ts";

const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
/** What shortens a text. */
const ELLIPSIS = "…";

/** One line without what nobody sees. */
export function lineOf(text: string): string {
  return withoutInvisible(text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " ")).trim();
}

/** Prose without what would steer a terminal. */
export function proseOf(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROLS, "");
}

/** Whether a text holds something that isn't kept. */
export function hasUnseen(text: string): boolean {
  return !text.isWellFormed() || text.search(CONTROLS) >= 0;
}

/** A line of at most so many characters. */
export function shortened(line: string, most: number): string {
  return line.length <= most ? line : `${cut(line, most - 1)[0].trimEnd()}${ELLIPSIS}`;
}

/** A text in two, the first of at most so many characters, between words where they are short, and letters are whole. */
export function cut(text: string, most: number): [first: string, rest: string] {
  const space = /\s\S{0,200}$/.exec(text.slice(0, most))?.index;
  const inPair = /[\ud800-\udbff]/.test(text[most - 1] ?? "") ? 1 : 0;
  const end = space || most - inPair;
  return [text.slice(0, end), text.slice(end)];
}

/** A text in pieces of at most so many characters, parted at ends of lines where there are any. */
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

/** What is said elsewhere, as Markdown that mentions nobody and links nowhere. */
export function asSaid(text: string): string {
  return `\`${shortened(lineOf(text).replaceAll("`", "'"), 500)}\``;
}

/** A link, where the address is one that a page may lead to. */
export function linked(called: string, url: string | null): string {
  const safe = url !== null && url.length <= 2_000 && /^https?:\/\/[^\s<>\\]+$/.test(url);
  return safe ? `[${asSaid(called)}](<${url}>)` : asSaid(called);
}
