import { raw } from "hono/html";
import type { MarkdownIt, Token } from "markdown-it";
import markdownIt from "markdown-it/browser";
import type { ReadTexts } from "../server/domain/tasks/texts.ts";
import type { Mention } from "../server/domain/text/mentions.ts";
import type { ChecklistBox } from "../server/domain/text/checklist.ts";
import { closedStatuses } from "../server/domain/vocabulary.ts";
import { taskPath } from "./paths.ts";

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

/**
 * Headings stand below the page's own, of which the lowest are its sections': from the third rank on, each one right below
 * what it is part of, whatever ranks a text skips.
 */
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

/** What is wide scrolls sideways in itself, by key too; the columns of a table stand where they were put. */
function showTables({ renderer }: MarkdownIt): void {
  const { rules } = renderer;
  for (const name of ["fence", "code_block"]) {
    const rule = rules[name]!;
    rules[name] = (...asked) => rule(...asked).replace("<pre", '<pre tabindex="0"');
  }
  // The page's security policy has no styles in it: a column is told where it stands by GFM's own attribute.
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
 * What someone wrote, as HTML. HTML in it is shown as text, and links lead only where a link is safe to lead
 * (`javascript:` and the like stay text). The headings start below the page's own.
 * @param read texts as they were read, this one among them
 */
export function writeMarkdown(text: string, { texts, ...told }: ReadTexts): string {
  return writer.renderer.render(lowered(texts.get(text)!.tokens), writer.options, told);
}

/** Where the boxes of a text are ticked: the form's id on the page, and where it posts to. */
export interface Ticking {
  id: string;
  action: string;
}

/** What someone wrote. @param props.texts the page's, this one among them; @param props.ticking where its boxes can be ticked */
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

/** A text's HTML whose boxes are buttons of a form. Each sends its place, what becomes of it, and its words. */
function withButtons(html: string, form: string): string {
  let at = 0;
  return html.replace(BOX, (_box, done: string, words: string) => {
    const place = at++;
    return `<button type="submit" form="${form}" id="${form}-${place}" class="checklist-box" role="checkbox" ` +
      `aria-checked="${done}" aria-label="${words}" name="box" ` +
      `value="${place} ${done === "true" ? "-" : "x"} ${words}"></button>`;
  });
}
