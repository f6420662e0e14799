import { raw } from "hono/html";
import type { MarkdownIt, Token } from "markdown-it";
import markdownIt from "markdown-it/browser";
import type { ReadTexts } from "../server/domain/tasks/texts.ts";
import type { Mention } from "../server/domain/text/mentions.ts";
import type { ChecklistBox } from "../server/domain/text/checklist.ts";
import { closedStatuses } from "../server/domain/vocabulary.ts";
import { taskPath } from "./paths.ts";

/** A text as a page shows it. */
export interface ShownText {
  /** Its HTML; `null` if the page has no room for it. */
  html: string | null;
  /** The URL that shows all of the text, if the page doesn't. */
  all: string | null;
}

/** The texts of a page, by the IDs of what they belong to. */
export type ShownTexts = ReadonlyMap<string, ShownText>;

/** How much HTML the marks of a text can take: checkboxes, references, mentions, and links. The others stay text. */
export interface MarkRoom {
  characters: number;
  /** Whether a mark found no room. */
  isFull?: boolean;
}

/** What the rules below get of a text. */
type Told = Omit<ReadTexts, "texts"> & { room: MarkRoom; link?: boolean };

/** Texts come to it read already. */
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
    // A button is a few times as long
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
  // What stays as it was written, in the lines that it was written in.
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
  // The page's security policy loads pictures from this server alone: elsewhere they become links.
  rules.image = (tokens, index, _options, env) => {
    const token = tokens[index];
    const source = String(token?.attrGet("src") ?? "");
    const text = escapeHtml(String(token?.content || source));
    const html = `<a href="${escapeHtml(source)}" rel="noopener nofollow">${text}</a>`;
    return takesRoom(env, html.length) ? html : text;
  };
  return made;
}

/** Takes the room of a mark. Behind the first one without room there are no others, so that boxes keep their places. */
function takesRoom(env: unknown, characters: number): boolean {
  const { room } = env as Told;
  room.isFull ||= room.characters < characters;
  if (!room.isFull) room.characters -= characters;
  return !room.isFull;
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
 * @param room for its marks, which becomes less
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

/** Where the boxes of a text are ticked: the form's id on the page, and where it posts to. */
export interface Ticking {
  id: string;
  action: string;
}

/**
 * What someone wrote, or its beginning and a link to all of it.
 * @param props.of the ID of what it belongs to
 * @param props.texts the page's, this one among them
 * @param props.ticking where its boxes can be ticked
 */
export function Markdown(
  { of, texts, ticking }: { of: string; texts: ShownTexts; ticking?: Ticking | undefined },
) {
  const { html, all } = texts.get(of)!;
  const written = html ?? "";
  const ticks = ticking && written.includes('<span class="checklist-box"') ? ticking : undefined;
  return (
    <div class="markdown">
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
          <a href={all}>Show all</a>
        </p>
      )}
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
