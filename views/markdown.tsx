import { raw } from "hono/html";
import type { MarkdownIt, Token } from "markdown-it";
import markdownIt from "markdown-it/browser";
import type { ReadTexts } from "../server/domain/tasks/texts.ts";
import type { Mention } from "../server/domain/text/mentions.ts";
import type { ChecklistBox } from "../server/domain/text/checklist.ts";
import { closedStatuses } from "../server/domain/vocabulary.ts";
import { wholeDetail } from "./parts/open_link.tsx";
import { taskPath } from "./paths.ts";

/** A text as a page shows it. */
export interface ShownText {
  /** The text's HTML, or `null` if it would exceed the page's size limit. */
  html: string | null;
  /** The URL that shows all of the text, if this page doesn't. */
  all: string | null;
}

/** The texts of a page, by the IDs of their records. */
export type ShownTexts = ReadonlyMap<string, ShownText>;

/** How much HTML the marks of a text can take: checkboxes, references, mentions, and links. Other marks stay text. */
export interface MarkRoom {
  characters: number;
  /** Whether a mark found no room. */
  isFull?: boolean;
}

/** The data for the renderer rules below. */
type Told = Omit<ReadTexts, "texts"> & { room: MarkRoom; link?: boolean };

/** Texts are parsed before they are rendered. */
const writer = makeWriter();

function makeWriter(): MarkdownIt {
  const made = markdownIt({ html: false, breaks: true });
  const { renderer: { rules }, utils: { escapeHtml } } = made;
  rules.link_open = (tokens, index, options, env, self) => {
    const told = env as unknown as Told;
    tokens[index]?.attrSet("rel", "noopener nofollow");
    const html = self.renderToken(tokens, index, options);
    told.link = takesRoom(told, html.length);
    return told.link ? html : "";
  };
  rules.link_close = (_tokens, _index, _options, env) =>
    (env as unknown as Told).link ? "</a>" : "";
  showTables(made);
  rules.checklist_box = (tokens, index, _options, env) => {
    const { done, words } = tokens[index]!.meta as unknown as ChecklistBox;
    const html =
      `<span class="checklist-box" role="checkbox" aria-disabled="true" aria-checked="${done}" ` +
      `aria-label="${escapeHtml(words)}"></span>`;
    // A button takes about three times as much room
    return takesRoom(env, 3 * html.length) ? html : done ? "[x] " : "[ ] ";
  };
  rules.task_reference = (tokens, index, _options, env) => {
    const { content } = tokens[index]!;
    const task = (env as unknown as Told).named.get(content);
    if (task === undefined) return content;
    const closed = closedStatuses.includes(task.status) ? " data-closed" : "";
    const html = `<a class="task-link" href="${taskPath(task.reference)}" title="${
      escapeHtml(task.title)
    }"${closed}>${content}</a>`;
    return takesRoom(env, html.length) ? html : content;
  };
  // Text that isn't rendered keeps its lines.
  rules.plain = rules.html_comment = (tokens, index) =>
    escapeHtml(tokens[index]!.content).replaceAll("\n", "<br>\n");
  rules.mention = (tokens, index, _options, env) => {
    const { meta, content } = tokens[index]!;
    const username = (env as unknown as Told).calling.get(meta as unknown as Mention);
    if (username === undefined) return escapeHtml(content);
    const end = username.length + 1;
    const html = `<span class="mention">${escapeHtml(content.slice(0, end))}</span>` +
      escapeHtml(content.slice(end));
    return takesRoom(env, html.length) ? html : escapeHtml(content);
  };
  // The Content-Security-Policy allows images only from this server. Other images become links.
  rules.image = (tokens, index, _options, env) => {
    const token = tokens[index];
    const source = String(token?.attrGet("src") ?? "");
    const text = escapeHtml(String(token?.content || source));
    const html = `<a href="${escapeHtml(source)}" rel="noopener nofollow">${text}</a>`;
    return takesRoom(env, html.length) ? html : text;
  };
  return made;
}

/** Takes the room for a mark. After the first mark without room, none gets any, so that checkboxes keep their positions. */
function takesRoom(env: unknown, characters: number): boolean {
  const { room } = env as Told;
  room.isFull ||= room.characters < characters;
  if (!room.isFull) room.characters -= characters;
  return !room.isFull;
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
export function showTables({ renderer }: MarkdownIt): void {
  const { rules } = renderer;
  for (const name of ["fence", "code_block"]) {
    const rule = rules[name]!;
    rules[name] = (...asked) => rule(...asked).replace("<pre", '<pre tabindex="0"');
  }
  // The Content-Security-Policy allows no inline styles, and the attribute `align` is deprecated.
  for (const name of ["th_open", "td_open"]) {
    rules[name] = (tokens, index, options, _env, self) => {
      const token = tokens[index]!;
      const side = /\w+$/.exec(String(token.attrGet("style") ?? ""))?.[0];
      if (side) token.attrs = [["data-align", side]];
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
 * @param room the room for marks, which shrinks
 */
export function writeMarkdown(
  text: string,
  { texts, ...told }: ReadTexts,
  room: MarkRoom = { characters: WHOLE_MARKS },
): string {
  const { tokens } = texts.get(text)!;
  return writer.renderer.render(lowered(tokens), writer.options, { ...told, room });
}

/** The room for marks in a text that is shown in full. */
export const WHOLE_MARKS = 250_000;

/** The form for a text's checkboxes: its ID on the page, and its URL. */
export interface Ticking {
  id: string;
  action: string;
}

/**
 * Rendered Markdown, with a link to all of it if it is cut.
 * @param props.of the ID of the text's record
 * @param props.texts the page's rendered texts, including this one
 * @param props.ticking the form for its checkboxes
 */
export function Markdown(
  { of, texts, ticking }: { of: string; texts: ShownTexts; ticking?: Ticking | undefined },
) {
  const { html, all } = texts.get(of)!;
  const written = html ?? "";
  const ticks = ticking && written.includes('<span class="checklist-box"') ? ticking : undefined;
  return (
    <div class="markdown" id={`text-${of}`}>
      {raw(ticks ? withButtons(written, ticks.id) : written)}
      {ticks && (
        <form
          id={ticks.id}
          method="post"
          action={ticks.action}
          hx-post={ticks.action}
          hx-sync="queue all"
          hidden
        >
        </form>
      )}
      {all && (
        <p class="markdown-rest">
          <a
            href={all}
            hx-get={all.replace(/#.*/, "")}
            hx-target={wholeDetail}
            hx-replace-url="true"
            data-next={`#text-${of}`}
          >
            Show all
          </a>
        </p>
      )}
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
