import type { MarkdownIt, StateCore, Token } from "markdown-it";
// A single file without the tables of entities, which only write them. This saves some 10 ms at startup and 2 MB.
import markdownIt from "markdown-it/browser";
import { knowHtmlComments } from "./html_comments.ts";
import { markMentions, MENTION, type Mention } from "./mentions.ts";
import { markTaskReferences, TASK_REFERENCE } from "./task_references.ts";
import { markChecklists } from "./checklist.ts";
import { endWhereTooLong } from "./overlong_markdown.ts";

/** A parsed text, from which pages and mentions are both derived. */
export interface MarkdownText {
  tokens: Token[];
  mentions: Mention[];
  /** The possible task references in the text, each once. */
  references: string[];
}

const parser = makeParser();

function makeParser(): MarkdownIt {
  const made = markdownIt({ html: false, linkify: true, breaks: true });
  knowHtmlComments(made);
  endWhereTooLong(made);
  made.core.ruler.at("inline", readInline);
  made.core.ruler.after("inline", "checklists", markChecklists);
  made.core.ruler.before("text_join", "mentions", markMentions);
  made.core.ruler.push("task_references", markTaskReferences);
  return made;
}

/**
 * Parses a Markdown text: CommonMark 0.31 with tables, strikethrough, and automatic links. HTML is shown as text.
 * @param text the text as written, of any length and content
 */
export function readMarkdown(text: string): MarkdownText {
  const tokens = parser.parse(text, {});
  const said = tokens.flatMap(({ children }) => children ?? []);
  const mentions = said.filter(({ type }) => type === MENTION)
    .map(({ meta }) => meta as unknown as Mention);
  const references = said.filter(({ type }) => type === TASK_REFERENCE)
    .map(({ content }) => content);
  return { tokens, mentions, references: [...new Set(references)] };
}

/** Returns the mentions in a text. The tokens are only for rendering. */
export function mentionsIn(text: string): Mention[] {
  return text.includes("@") ? readMarkdown(text).mentions : [];
}

/**
 * The maximum number of marks in a text, and of characters after its addresses. Each limit takes some 20 ms on an older
 * machine.
 */
const MOST_MARKS = 10_000;
/** The characters that can start or end emphasis, code, a link, a mention, or a line. */
const MARKS = /\*+|_+|~+|`+|[\[@\n]/g;
const MOST_BEHIND_ADDRESSES = 10_000_000;

/**
 * Parses the content of paragraphs, headings, and cells. If parsing would take so long that other requests wait, the
 * text stays as written, without links or mentions.
 */
function readInline({ tokens, md, env, Token }: StateCore): void {
  let marks = 0;
  let behind = 0;
  for (const token of tokens) {
    if (token.type !== "inline") continue;
    const { content } = token;
    marks += content.match(MARKS)?.length ?? 0;
    behind += (content.split("://").length - 1) * content.length;
    if (marks <= MOST_MARKS && behind <= MOST_BEHIND_ADDRESSES) {
      md.inline.parse(content, md, env, token.children!);
    } else {
      const plain = new Token("plain", "", 0);
      plain.content = content;
      token.children = [plain];
      token.content = "";
    }
  }
}
