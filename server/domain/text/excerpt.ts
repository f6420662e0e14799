import { readMarkdown } from "./markdown.ts";

/** The maximum length of an excerpt, in characters. */
const MOST = 280;

/**
 * Returns the start of a Markdown text as one line of words, without marks, link addresses, and rules.
 * @param text the whole text, or its start
 * @returns at most 280 characters; empty without any words
 */
export function excerptOf(text: string): string {
  const said = readMarkdown(text.slice(0, 2 * MOST).toWellFormed()).tokens
    .map(({ children, content }) =>
      children?.map((one) => one.type.endsWith("break") ? " " : one.content).join("") ?? content
    );
  return said.join(" ").replace(/\s+/gu, " ").trim().slice(0, MOST).toWellFormed();
}
