import type { Source } from "./source.ts";
import { withoutComments } from "./source.ts";

const colour = new RegExp(
  "#[0-9a-f]{3,8}\\b|\\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\\(|" +
    ":[^;{]*[\\s,(](white|black|gray|grey|red|green|blue|yellow|orange|purple)\\b",
  "i",
);
/** A hairline is one device-independent pixel everywhere, and nothing is no size: both need no token. */
const size = /(?<![\w.]|[\w-]-)(?!(?:0|1)px\b)\d*\.?\d+(px|rem|pt|ch|ex|ms|s)\b/;

/**
 * Literal colours and sizes in stylesheets other than `tokens.css`, each as `path:line: text`. Free are 0, a 1px
 * hairline, percentages, `fr`, `em`, and parts of the viewport; and the conditions of `@media` and `@container`, which
 * can't read custom properties.
 */
export function literalStyles(sources: Source[]): string[] {
  return sources.filter(({ path }) => !path.endsWith("/tokens.css")).flatMap(({ path, text }) =>
    text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, "")).split("\n")
      .map((line, index) => ({ line, number: index + 1 }))
      .filter(({ line }) => !/^\s*@(media|container|supports)\b/.test(line))
      .filter(({ line }) => colour.test(outsideUrls(line)) || size.test(outsideUrls(line)))
      .map(({ line, number }) => `${path}:${number}: ${line.trim()}`)
  );
}

function outsideUrls(line: string): string {
  return line.replace(/url\([^)]*\)/g, "url()");
}

const refusedMarkup: [RegExp, string][] = [
  [/\sstyle=["{]/, "a style attribute"],
  [/\son[a-z]+=["{]/, "an event-handler attribute"],
  [/<script(?![^>]*\ssrc=)[^>]*>/, "an inline script"],
  [/<style\b/, "an inline stylesheet"],
  [/dangerouslySetInnerHTML|javascript:/i, "markup that nobody escaped"],
];

/** Markup in views that the Content-Security-Policy would refuse, each as `path: what`. */
export function refusedByPolicy(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return refusedMarkup.filter(([pattern]) => pattern.test(code))
      .map(([, what]) => `${path}: holds ${what}.`);
  });
}
