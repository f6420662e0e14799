import type { StateCore, Token } from "markdown-it";

/** The token of a mention. Its content is the written text with the `@`, and its `meta` is a `Mention`. */
export const MENTION = "mention";

/** A mention in a text. */
export interface Mention {
  /**
   * The possible usernames, in lower case. A username can contain dots, and a sentence can continue after a dot without
   * a space. The first existing username counts, so `@cy.jones` means cy.jones, and `@cy.Then` means cy.
   */
  usernames: string[];
}

/** The maximum number of different names that a text can mention. */
const MOST_MENTIONS = 100;

/**
 * `@ada`, outside of words, addresses, and paths. In `_@ada`, the underscore starts emphasis unless a word precedes it.
 */
const NAME =
  /(?<![\p{L}\p{N}@/\\.+-]|[\p{L}\p{N}]_)@([a-z0-9][a-z0-9._-]{0,59})(?![\p{L}\p{N}@_-])/giu;

/**
 * Replaces the mentions in a text with tokens. Code, comments, pictures, and addresses have their own tokens, and
 * contain no mentions. Neither does code between HTML tags. `\@` and entities mention nobody.
 */
export function markMentions({ tokens, Token }: StateCore): void {
  const names = new Set<string>();
  for (const { type, children } of tokens) {
    if (type !== "inline" || !children?.some(({ content }) => content.includes("@"))) continue;
    const marked: Token[] = [];
    const code = codeTags(children);
    let place = 0;
    for (let at = 0; at < children.length;) {
      const run = textFrom(children, at);
      const from = place;
      const isCode = (index: number) => code.some(([a, b]) => a < from + index && from + index < b);
      marked.push(...run.length > 0 ? splitAtMentions(run, names, Token, isCode) : [children[at]!]);
      const next = at + Math.max(run.length, 1);
      for (; at < next; at++) place += children[at]!.content.length;
    }
    children.splice(0, children.length, ...marked);
  }
}

const CODE_TAG = /<(\/?)(code|pre|kbd|samp)(?:\s[^<>]{0,200})?>/giu;

/**
 * Returns the ranges of code in HTML tags, which are shown as text, in characters of a paragraph's tokens. A tag that
 * isn't closed has no range.
 */
function codeTags(tokens: Token[]): [from: number, to: number][] {
  const text = tokens.map(({ content }) => content).join("");
  const spans: [number, number][] = [];
  let open: { name: string; at: number } | undefined;
  for (const { 0: tag, 1: slash, 2: written, index } of text.matchAll(CODE_TAG)) {
    const name = written!.toLowerCase();
    if (!slash) open ??= { name, at: index };
    else if (open?.name === name) {
      spans.push([open.at, index + tag.length]);
      open = undefined;
    }
  }
  return spans;
}

/** Returns the consecutive text tokens from a position on, without those of automatic links. */
function textFrom(tokens: Token[], from: number): Token[] {
  if (tokens[from - 1]?.type === "link_open" && tokens[from - 1]!.info === "auto") return [];
  let end = from;
  while (["text", "text_special"].includes(tokens[end]?.type ?? "")) end++;
  return tokens.slice(from, end);
}

function splitAtMentions(
  run: Token[],
  names: Set<string>,
  Token: StateCore["Token"],
  isCode: (index: number) => boolean,
): Token[] {
  const text = run.map(({ content }) => content).join("");
  const split: Token[] = [];
  const add = (type: string, content: string, usernames?: string[]) => {
    if (content === "") return;
    const token = new Token(type, "", 0);
    token.content = content;
    token.level = run[0]!.level;
    if (usernames) token.meta = { usernames };
    split.push(token);
  };
  let from = 0;
  for (const match of text.matchAll(NAME)) {
    const name = match[1]!.toLowerCase().replace(/[._-]+$/, "");
    if (
      isWrittenOtherwise(run, match.index) || isCode(match.index) ||
      names.size === MOST_MENTIONS && !names.has(name)
    ) {
      continue;
    }
    names.add(name);
    const end = match.index + 1 + name.length;
    add("text", text.slice(from, match.index));
    add(MENTION, text.slice(match.index, end), readingsOf(name));
    from = end;
  }
  if (from === 0) return run;
  add("text", text.slice(from));
  return split;
}

/** Returns whether a character in a run of tokens was escaped or written as an entity. */
function isWrittenOtherwise(run: Token[], at: number): boolean {
  let end = 0;
  return run.find(({ content }) => at < (end += content.length))?.type === "text_special";
}

/** Returns a name and its parts up to each of its dots, longest first. */
function readingsOf(name: string): string[] {
  const parts = name.split(".");
  return parts.map((_part, n) => parts.slice(0, parts.length - n).join("."))
    .filter((one) => one !== "");
}
