import type { MarkdownIt, StateCore, Token } from "markdown-it";
// One file, without the tables that only write entities: some 10 ms of a start and 2 MB.
import markdownIt from "markdown-it/browser";
import { knowHtmlComments } from "./html_comments.ts";
import { markMentions, MENTION, type Mention } from "./mentions.ts";
import { markTaskReferences, TASK_REFERENCE } from "./task_references.ts";
import { markChecklists } from "./checklist.ts";
import { endWhereTooLong } from "./overlong_markdown.ts";

/** A text as it was read: what a page shows and what mentions people are one and the same. */
export interface MarkdownText {
  tokens: Token[];
  mentions: Mention[];
  /** What may be references of tasks, each once. */
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
 * Reads a Markdown text: CommonMark 0.31 with tables, strikethrough and addresses that become links; HTML is text.
 * @param text as it was written; of any length and content
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

/** What a text mentions; its tokens are for who shows it. */
export function mentionsIn(text: string): Mention[] {
  return text.includes("@") ? readMarkdown(text).mentions : [];
}

/** Some 20 ms of an older machine each: marks that one text may have, and characters behind its addresses. */
const MOST_MARKS = 10_000;
/** What may begin or end emphasis, code, a link, a mention or a line. */
const MARKS = /\*+|_+|~+|`+|[\[@\n]/g;
const MOST_BEHIND_ADDRESSES = 10_000_000;

/**
 * Reads what stands in paragraphs, headings and cells. Where there is so much to look for that it would hold up the
 * server, it stays as it was written, and nothing in it is a link or a mention.
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
