import { readMarkdown } from "./markdown.ts";

/** How much of a text is shown where it doesn't stand itself, in characters. */
const MOST = 280;

/**
 * What a Markdown text begins with as words on one line: without its marks, the addresses behind its links and its rules.
 * @param text a whole one, or as much of one as there is
 * @returns at most 280 characters, empty where nothing is said
 */
export function excerptOf(text: string): string {
  const said = readMarkdown(text.slice(0, 2 * MOST).toWellFormed()).tokens
    .map(({ children, content }) =>
      children?.map((one) => one.type.endsWith("break") ? " " : one.content).join("") ?? content
    );
  return said.join(" ").replace(/\s+/gu, " ").trim().slice(0, MOST).toWellFormed();
}
