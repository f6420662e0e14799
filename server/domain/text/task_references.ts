import type { StateCore, Token } from "markdown-it";

/** The token of a possible task reference. Its content is the reference. */
export const TASK_REFERENCE = "task_reference";

/** The maximum number of different references in a text. */
const MOST_REFERENCES = 100;

/** `ENG-12`, also after a `#`, outside of words, paths, and addresses. */
const REFERENCE =
  /(?<![\p{L}\p{N}_/\\.@&=+-]#*)[A-Z][A-Z0-9]{0,9}-[1-9]\d{0,8}(?![\p{L}\p{N}_@/-])/gu;

/** Replaces possible task references in a text with tokens, except in links. */
export function markTaskReferences({ tokens, Token }: StateCore): void {
  const known = new Set<string>();
  for (const block of tokens) {
    const { type, children } = block;
    if (type !== "inline" || !children?.some(({ content }) => content.includes("-"))) continue;
    let links = 0;
    block.children = children.flatMap((token) => {
      if (token.type === "link_open") links++;
      if (token.type === "link_close") links--;
      return token.type === "text" && links === 0 ? split(token, known, Token) : [token];
    });
  }
}

function split(token: Token, known: Set<string>, Token: StateCore["Token"]): Token[] {
  const pieces: Token[] = [];
  const add = (type: string, content: string) => {
    if (content === "") return;
    const piece = new Token(type, "", 0);
    piece.content = content;
    piece.level = token.level;
    pieces.push(piece);
  };
  let from = 0;
  for (const { 0: reference, index } of token.content.matchAll(REFERENCE)) {
    if (known.size === MOST_REFERENCES && !known.has(reference)) continue;
    known.add(reference);
    add("text", token.content.slice(from, index));
    add(TASK_REFERENCE, reference);
    from = index + reference.length;
  }
  if (from === 0) return [token];
  add("text", token.content.slice(from));
  return pieces;
}
