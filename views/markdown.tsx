import { raw } from "hono/html";
import markdownIt, { type MarkdownIt, type StateCore } from "markdown-it";

/** Made at its first use, so that starting the server doesn't pay for it. */
let renderer: MarkdownIt | undefined;

function markdown(): MarkdownIt {
  if (!renderer) {
    renderer = markdownIt({ html: false, linkify: true, breaks: true });
    renderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
      tokens[index]?.attrSet("rel", "noopener nofollow");
      return self.renderToken(tokens, index, options);
    };
    letKeysScroll(renderer);
    renderer.core.ruler.after("inline", "todo", markTodos);
    renderer.renderer.rules.todo_box = (tokens, index) =>
      tokens[index]?.meta?.done
        ? '<span class="todo-box" role="img" aria-label="Done" data-done></span>'
        : '<span class="todo-box" role="img" aria-label="To do"></span>';
    // The page's security policy loads pictures from this server alone: elsewhere they become links.
    renderer.renderer.rules.image = (tokens, index) => {
      const token = tokens[index];
      const source = String(token?.attrGet("src") ?? "");
      const escape = renderer!.utils.escapeHtml;
      const text = escape(String(token?.content || source));
      return `<a href="${escape(source)}" rel="noopener nofollow">${text}</a>`;
    };
  }
  return renderer;
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

/** Makes boxes of the `[ ]` and `[x]` with which items of a list begin. */
function markTodos({ tokens, Token }: StateCore): void {
  for (const [index, inline] of tokens.entries()) {
    const item = tokens[index - 2];
    const first = inline.children?.[0];
    if (item?.type !== "list_item_open" || first?.type !== "text") continue;
    const [begin, mark] = /^\[([ xX])\] /.exec(first.content) ?? [];
    if (!begin) continue;
    first.content = first.content.slice(begin.length);
    const box = new Token("todo_box", "", 0);
    box.meta = { done: mark !== " " };
    inline.children!.unshift(box);
    item.attrJoin("class", "todo");
  }
}

/** How many characters may be looked through for the links that opening brackets may begin: a few milliseconds' worth. */
const MOST_LOOKED_AT = 8_000_000;

/**
 * What someone wrote, as HTML. A text with very many opening brackets stays plain: the parser looks from each of them
 * to the end of the text. HTML in it is shown as text, and links lead only where a link is safe to lead
 * (`javascript:` and the like stay text). The headings start below the page's own.
 */
export function Markdown({ text }: { text: string }) {
  if ((text.split("[").length - 1) * text.length > MOST_LOOKED_AT) {
    return (
      <div class="markdown">
        <p>{text}</p>
      </div>
    );
  }
  return <div class="markdown">{raw(markdown().render(text))}</div>;
}
