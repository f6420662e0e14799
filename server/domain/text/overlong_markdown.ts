import type { MarkdownIt, StateBlock } from "markdown-it";

/**
 * The maximum number of blocks, which take some 25 ms on an older machine: a list of 2,000 items, or a table of 500
 * rows with eight cells each.
 */
const MOST_TOKENS = 15_000;

/**
 * Makes a parser stop at a maximum number of paragraphs, items, and cells, which is more than anyone reads. The rest
 * stays as written, without links or mentions.
 */
export function endWhereTooLong({ block }: MarkdownIt): void {
  block.ruler.before("table", "rest", rest, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function rest(state: StateBlock, from: number, end: number, silent: boolean): boolean {
  if (state.tokens.length <= MOST_TOKENS) return false;
  if (silent) return true;
  state.push("paragraph_open", "p", 1).map = [from, end];
  state.push("plain", "", 0).content = state.getLines(from, end, state.blkIndent, false).trim();
  state.push("paragraph_close", "p", -1);
  state.line = end;
  return true;
}
