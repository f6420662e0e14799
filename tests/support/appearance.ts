import type { Source } from "./source.ts";
import { withoutComments } from "./source.ts";

const colour = new RegExp(
  "#[0-9a-f]{3,8}\\b|\\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\\(|" +
    ":[^;{]*[\\s,(](white|black|gray|grey|red|green|blue|yellow|orange|purple)\\b",
  "i",
);
/** A hairline is one device-independent pixel everywhere, and nothing is no size: both need no step. */
const size = /(?<![\w.]|[\w-]-)(?!(?:0|1)px\b)\d*\.?\d+(px|rem|pt|ch|ex|ms|s)\b/;
/** What has a scale: spacing, sizes and lines of text, radii, shadows, durations. The rest is a component's own form. */
const scaled = new RegExp(
  "^(padding|margin|scroll-padding|scroll-margin|(row-|column-)?gap|font|line-height|letter-spacing|" +
    "border-.*radius|(box|text)-shadow|transition|animation)",
);
const declaration = /([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g;

/**
 * Colours anywhere, and sizes where `tokens.css` has a scale for them, that a stylesheet has for itself: each as
 * `path: property: value`. Free are 0, a 1px hairline, percentages, `fr`, `em` and parts of the viewport; and what only
 * one component is: its width, its height, where it stands.
 */
export function literalStyles(sources: Source[]): string[] {
  return sources.filter(({ path }) => !path.endsWith("/tokens.css")).flatMap(({ path, text }) =>
    [...withoutNotes(text).matchAll(declaration)]
      .map(([, property = "", value = ""]) => ({ property, value: value.replace(/\s+/g, " ") }))
      .filter(({ property, value }) =>
        colour.test(`: ${outsideUrls(value)}`) ||
        (scaled.test(property) && size.test(outsideUrls(value)))
      )
      .map(({ property, value }) => `${path}: ${property}: ${value.trim()}`)
  );
}

/** Custom properties that are used and set nowhere, and those that are set and used nowhere. */
export function strayTokens(sources: Source[]): string[] {
  const sheets = sources.map(({ text }) => withoutNotes(text)).join("\n");
  const named = (pattern: RegExp) =>
    new Set([...sheets.matchAll(pattern)].map(([, name]) => name as string));
  const used = named(/var\(\s*(--[\w-]+)/g);
  const set = named(/(?<![\w-])(--[\w-]+)\s*:/g);
  return [...used.symmetricDifference(set)].sort();
}

/** Tokens that are called by how many pixels they are, instead of by their place in a scale. */
export function namedByPixels(sources: Source[]): string[] {
  return sources.flatMap(({ text }) =>
    [...withoutNotes(text).matchAll(/(--[\w-]*?(\d*))\s*:\s*([\d.]+)(px|rem|ms)\s*;/g)]
      .filter(([, name = "", digits = "", value, unit]) =>
        /px/.test(name) ||
        (digits !== "" && Number(digits) > 2 &&
          Number(digits) === Number(value) * (unit === "rem" ? 16 : 1))
      )
      .map(([, name = ""]) => name)
  );
}

function withoutNotes(sheet: string): string {
  return sheet.replace(/\/\*[\s\S]*?\*\//g, "");
}

function outsideUrls(line: string): string {
  return line.replace(/url\([^)]*\)/g, "url()");
}

const refusedMarkup: [RegExp, string][] = [
  [/\sstyle=["{]/, "a style attribute"],
  [/\son[a-z]+=["{]/, "an event-handler attribute"],
  // Structured data doesn't run. HTML Standard, "data block"
  [/<script(?![^>]*\s(src=|type="application\/ld\+json"))[^>]*>/, "an inline script"],
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
