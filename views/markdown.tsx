import { raw } from "hono/html";
import markdownIt, { type MarkdownIt } from "markdown-it";
import type { ReadTexts } from "../server/domain/tasks/texts.ts";
import type { Mention } from "../server/domain/text/mentions.ts";

/** Texts as they are shown, by what was written. */
export type ShownTexts = ReadonlyMap<string, string>;

/** Texts come to it read already. */
const writer = makeWriter();

function makeWriter(): MarkdownIt {
  const made = markdownIt({ html: false, breaks: true });
  const { renderer: { rules }, utils: { escapeHtml } } = made;
  rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("rel", "noopener nofollow");
    return self.renderToken(tokens, index, options);
  };
  letKeysScroll(made);
  rules.todo_box = (tokens, index) =>
    tokens[index]?.meta?.done
      ? '<span class="todo-box" role="img" aria-label="Done" data-done></span>'
      : '<span class="todo-box" role="img" aria-label="To do"></span>';
  // What stays as it was written, in the lines that it was written in.
  rules.plain = rules.html_comment = (tokens, index) =>
    escapeHtml(tokens[index]!.content).replaceAll("\n", "<br>\n");
  rules.mention = (tokens, index, _options, env) => {
    const { meta, content } = tokens[index]!;
    const username = (env!.calling as ReadTexts["calling"]).get(meta as unknown as Mention);
    if (username === undefined) return escapeHtml(content);
    const end = username.length + 1;
    return `<span class="mention">${escapeHtml(content.slice(0, end))}</span>` +
      escapeHtml(content.slice(end));
  };
  // The page's security policy loads pictures from this server alone: elsewhere they become links.
  rules.image = (tokens, index) => {
    const token = tokens[index];
    const source = String(token?.attrGet("src") ?? "");
    const text = escapeHtml(String(token?.content || source));
    return `<a href="${escapeHtml(source)}" rel="noopener nofollow">${text}</a>`;
  };
  return made;
}

/** What scrolls sideways in itself where it is wide can be gone to and scrolled by key. */
function letKeysScroll({ renderer }: MarkdownIt): void {
  const { rules } = renderer;
  for (const name of ["fence", "code_block"]) {
    const rule = rules[name]!;
    rules[name] = (...asked) => rule(...asked).replace("<pre", '<pre tabindex="0"');
  }
  rules.table_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("tabindex", "0");
    return self.renderToken(tokens, index, options);
  };
}

/**
 * What someone wrote, as HTML. HTML in it is shown as text, and links lead only where a link is safe to lead
 * (`javascript:` and the like stay text). The headings start below the page's own.
 * @param read texts as they were read, this one among them
 */
export function writeMarkdown(text: string, { texts, calling }: ReadTexts): string {
  return writer.renderer.render(texts.get(text)!.tokens, writer.options, { calling });
}

/** What someone wrote. @param props.texts the page's, this one among them */
export function Markdown({ text, texts }: { text: string; texts: ShownTexts }) {
  return <div class="markdown">{raw(texts.get(text)!)}</div>;
}
