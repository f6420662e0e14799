import type { Source } from "./source.ts";
import { withoutComments } from "./source.ts";

const colour = new RegExp(
  "#[0-9a-f]{3,8}\\b|\\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\\(|" +
    ":[^;{]*[\\s,(](white|black|gray|grey|red|green|blue|yellow|orange|purple)\\b",
  "i",
);
/** Values that need no token: hairlines of one device-independent pixel, and zero. */
const size = /(?<![\w.]|[\w-]-)(?!(?:0|1)px\b)\d*\.?\d+(px|rem|pt|ch|ex|ms|s)\b/;
/**
 * Properties that have a scale: spacing, sizes, line heights, radii, shadows, and durations. Others belong to a
 * component.
 */
const scaled = new RegExp(
  "^(padding|margin|scroll-padding|scroll-margin|(row-|column-)?gap|font|line-height|letter-spacing|" +
    "border-.*radius|(box|text)-shadow|transition|animation)",
);
const declaration = /([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g;

/**
 * Returns each color, and each size with a scale in `tokens.css`, that a stylesheet sets directly, as `path: property:
 * value`. Allowed are 0, 1px hairlines, percentages, `fr`, `em`, viewport units, and a component's own width, height,
 * and position.
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

/** Returns custom properties that are used but never set, or set but never used. */
export function strayTokens(sources: Source[]): string[] {
  const sheets = sources.map(({ text }) => withoutNotes(text)).join("\n");
  const named = (pattern: RegExp) =>
    new Set([...sheets.matchAll(pattern)].map(([, name]) => name as string));
  const used = named(/var\(\s*(--[\w-]+)/g);
  const set = named(/(?<![\w-])(--[\w-]+)\s*:/g);
  return [...used.symmetricDifference(set)].sort();
}

/** Returns tokens that are named after a number of pixels instead of their place in a scale. */
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

/** Returns markup in views that the Content-Security-Policy would block, each as `path: markup`. */
export function refusedByPolicy(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return refusedMarkup.filter(([pattern]) => pattern.test(code))
      .map(([, what]) => `${path}: holds ${what}.`);
  });
}
