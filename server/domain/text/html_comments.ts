import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";

/** The token of a comment; its content is all of it, from `<!--` to `-->`. */
export const COMMENT = "html_comment";

/**
 * Adds HTML comments to a parser. Like all HTML, they stay text, but they contain no Markdown or mentions. CommonMark
 * 0.31, 4.6 and 6.6
 */
export function knowHtmlComments({ block, inline }: MarkdownIt): void {
  block.ruler.before("paragraph", COMMENT, commentBlock, { alt: ["paragraph", "blockquote"] });
  inline.ruler.before("autolink", COMMENT, commentInLine);
}

/**
 * Parses a line that starts with a comment. Its paragraph ends with the line where the comment ends, even after empty
 * lines. A comment without an end continues to the end of its block.
 */
function commentBlock(state: StateBlock, from: number, end: number, silent: boolean): boolean {
  const start = state.bMarks[from]! + state.tShift[from]!;
  const indented = state.sCount[from]! - state.blkIndent >= 4;
  if (indented || !state.src.startsWith("<!--", start)) return false;
  if (silent) return true;
  let line = from;
  let ended = false;
  for (; line < end && !ended; line++) {
    if (line > from && state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) break;
    ended = state.src.slice(state.bMarks[line], state.eMarks[line]).includes("-->");
  }
  state.push("paragraph_open", "p", 1).map = [from, line];
  const said = state.push(ended ? "inline" : COMMENT, "", 0);
  said.content = state.getLines(from, line, state.blkIndent, false).trim();
  said.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = line;
  return true;
}

function commentInLine(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith("<!--", pos)) return false;
  const end = endOfComment(state);
  if (end === null || end > state.posMax) return false;
  if (!silent) state.push(COMMENT, "", 0).content = src.slice(pos, end);
  state.pos = end;
  return true;
}

/** Returns the end of the comment at the current position. A missing end is searched for only once per text. */
function endOfComment(state: StateInline): number | null {
  const { src, pos } = state;
  const short = ["<!-->", "<!--->"].find((one) => src.startsWith(one, pos));
  if (short) return pos + short.length;
  if (state.skipHtmlSpecial) return null;
  const at = src.indexOf("-->", pos + 4);
  if (at < 0) state.skipHtmlSpecial = true;
  return at < 0 ? null : at + 3;
}
