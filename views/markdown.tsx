import { raw } from "hono/html";
import markdownIt, { type MarkdownIt } from "markdown-it";

/** Made at its first use, so that starting the server doesn't pay for it. */
let renderer: MarkdownIt | undefined;

function markdown(): MarkdownIt {
  if (!renderer) {
    renderer = markdownIt({ html: false, linkify: true, breaks: true });
    renderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
      tokens[index]?.attrSet("rel", "noopener nofollow");
      return self.renderToken(tokens, index, options);
    };
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

/**
 * What someone wrote, as HTML. HTML in it is shown as text, and links lead only where a link is safe to lead
 * (`javascript:` and the like stay text). The headings start below the page's own.
 */
export function Markdown({ text }: { text: string }) {
  return <div class="markdown">{raw(markdown().render(text))}</div>;
}
