import { raw } from "hono/html";
import type { MarkdownIt, Token } from "markdown-it";
import markdownIt from "markdown-it/browser";
import type { ReadTexts } from "../server/domain/tasks/texts.ts";
import type { Mention } from "../server/domain/text/mentions.ts";
import type { ChecklistBox } from "../server/domain/text/checklist.ts";
import { closedStatuses } from "../server/domain/vocabulary.ts";
import { taskPath } from "./paths.ts";

/** Rendered texts, by their Markdown. */
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
  showTables(made);
  rules.checklist_box = (tokens, index) => {
    const { done, words } = tokens[index]!.meta as unknown as ChecklistBox;
    return `<span class="checklist-box" role="checkbox" aria-disabled="true" aria-checked="${done}" ` +
      `aria-label="${escapeHtml(words)}"></span>`;
  };
  rules.task_reference = (tokens, index, _options, env) => {
    const { content } = tokens[index]!;
    const task = (env!.named as ReadTexts["named"]).get(content);
    if (task === undefined) return content;
    const closed = closedStatuses.includes(task.status) ? " data-closed" : "";
    return `<a class="task-link" href="${taskPath(task.reference)}" title="${
      escapeHtml(task.title)
    }"${closed}>${content}</a>`;
  };
  // Text that isn't rendered keeps its lines.
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
  // The Content-Security-Policy allows images only from this server. Other images become links.
  rules.image = (tokens, index) => {
    const token = tokens[index];
    const source = String(token?.attrGet("src") ?? "");
    const text = escapeHtml(String(token?.content || source));
    return `<a href="${escapeHtml(source)}" rel="noopener nofollow">${text}</a>`;
  };
  return made;
}

/** Lowers headings below the page's own: the highest one becomes level three, and no level is skipped. */
function lowered(tokens: readonly Token[]): Token[] {
  const around: string[] = [];
  return tokens.map((token) => {
    if (!token.type.startsWith("heading_")) return token;
    if (token.type === "heading_open") {
      while (around.length > 0 && around.at(-1)! >= token.tag) around.pop();
      around.push(token.tag);
    }
    return Object.create(token, { tag: { value: `h${Math.min(6, around.length + 2)}` } });
  });
}

/** Wide content scrolls sideways by itself, by key too. Table columns keep their alignment. */
function showTables({ renderer }: MarkdownIt): void {
  const { rules } = renderer;
  for (const name of ["fence", "code_block"]) {
    const rule = rules[name]!;
    rules[name] = (...asked) => rule(...asked).replace("<pre", '<pre tabindex="0"');
  }
  // The Content-Security-Policy allows no inline styles, so columns use GFM's own attribute for their alignment.
  for (const name of ["th_open", "td_open"]) {
    rules[name] = (tokens, index, options, _env, self) => {
      const token = tokens[index]!;
      const side = /\w+$/.exec(String(token.attrGet("style") ?? ""))?.[0];
      if (side) token.attrs = [["align", side]];
      return self.renderToken(tokens, index, options);
    };
  }
  rules.table_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("tabindex", "0");
    return self.renderToken(tokens, index, options);
  };
}

/**
 * Renders Markdown as HTML. HTML in the text is shown as text, and only safe links work (`javascript:` and similar ones
 * stay text). Headings start below the page's own.
 * @param read the rendered texts, including this one
 */
export function writeMarkdown(text: string, { texts, ...told }: ReadTexts): string {
  return writer.renderer.render(lowered(texts.get(text)!.tokens), writer.options, told);
}

/** The form for a text's checkboxes: its ID on the page, and its URL. */
export interface Ticking {
  id: string;
  action: string;
}

/**
 * Rendered Markdown.
 * @param props.texts the page's rendered texts, including this one;
 * @param props.ticking the form for its checkboxes
 */
export function Markdown(
  { text, texts, ticking }: { text: string; texts: ShownTexts; ticking?: Ticking | undefined },
) {
  const html = texts.get(text)!;
  if (!ticking || !html.includes('<span class="checklist-box"')) {
    return <div class="markdown">{raw(html)}</div>;
  }
  const { id, action } = ticking;
  return (
    <div class="markdown">
      {raw(withButtons(html, id))}
      <form id={id} method="post" action={action} hx-post={action} hx-sync="queue all" hidden>
      </form>
    </div>
  );
}

const BOX =
  /<span class="checklist-box" role="checkbox" aria-disabled="true" aria-checked="(true|false)" aria-label="([^"]*)"><\/span>/g;

/**
 * Turns the checkboxes in a text's HTML into buttons of a form. Each sends its position, its new state, and its text.
 */
function withButtons(html: string, form: string): string {
  let at = 0;
  return html.replace(BOX, (_box, done: string, words: string) => {
    const place = at++;
    return `<button type="submit" form="${form}" id="${form}-${place}" class="checklist-box" role="checkbox" ` +
      `aria-checked="${done}" aria-label="${words}" name="box" ` +
      `value="${place} ${done === "true" ? "-" : "x"} ${words}"></button>`;
  });
}
