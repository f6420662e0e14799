import type { StateCore, Token } from "markdown-it";

/** The token of a mention; its content is what was written, with the `@`, its meta a `Mention`. */
export const MENTION = "mention";

/** Somebody who is called in a text. */
export interface Mention {
  /**
   * The usernames that it may mean, lower case. A username may hold dots, and a sentence may go on behind one without
   * a space: the first that is somebody's counts, so `@cy.jones` is cy.jones and `@cy.Then` is cy.
   */
  usernames: string[];
}

/** How many different names one text can call. */
const MOST_MENTIONS = 100;

/** `@ada`, not within a word, an address or a path; `_@ada` begins emphasis where no word stands before it. */
const NAME =
  /(?<![\p{L}\p{N}@/\\.+-]|[\p{L}\p{N}]_)@([a-z0-9][a-z0-9._-]{0,59})(?![\p{L}\p{N}@_-])/giu;

/**
 * Makes tokens of the mentions in what a text says. Code, comments, pictures and addresses have tokens of their own,
 * where none is looked for, as there is none between tags of code; what was written as `\@` or as an entity calls nobody.
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
 * Where a paragraph has code in tags of HTML, which are shown as text: from and to, in characters of what its tokens
 * say. One that isn't closed is none.
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

/** The tokens of text that follow one another from a place on; those of an address that became a link are none. */
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

/** Whether a character of a run was escaped or an entity. */
function isWrittenOtherwise(run: Token[], at: number): boolean {
  let end = 0;
  return run.find(({ content }) => at < (end += content.length))?.type === "text_special";
}

/** A name and what is left of it without what stands behind each of its dots: the longest first. */
function readingsOf(name: string): string[] {
  const parts = name.split(".");
  return parts.map((_part, n) => parts.slice(0, parts.length - n).join("."))
    .filter((one) => one !== "");
}
