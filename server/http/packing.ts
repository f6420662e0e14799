/**
 * Removes the parts of a file that only its readers need, a sixth of its bytes: comments on their own lines, types
 * within lines, and indentation. None of our strings spans several lines.
 */
export function withoutNotes(source: string): string {
  const comment = /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/)[^])*\*\/)[ \t]*\n/gm;
  const type = /\/\*\* @type [^*]*\*\/ ?/g;
  return source.replace(comment, "").replace(type, "").replace(/^\s+/gm, "");
}

/** A quoted text on one line, a template without another inside, or an operator that needs no space around it. */
const spaced =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`\\]*`)| ?(=>|[=!]==|[<>]=|&&|\|\||\?\?|[+*-]=|[=<>?:,;{}()[\]]) ?/g;

/**
 * Removes the spaces around operators, except in lines with a regular expression or nested templates. Also removes line
 * breaks between tokens that must continue, unless a comment could end there. It relies on the author not to reassign
 * constants.
 */
export function joined(script: string): string {
  return script.replace(/^.+$/gm, (line) => {
    if (/[/`"']/.test(line.replace(spaced, "")) || /`.*`.*`/.test(line)) return line;
    return line.replace(spaced, (_, text?: string, sign = "") => text ?? sign);
  }).replace(/,\n(?=[})\]])/g, "").replace(/^((?:(?!\/\/).)*)\n(?=[})\].?:&|])/gm, "$1")
    .replace(/^((?:(?!\/\/).)*[{(\[,;=>&|?])\n/gm, "$1")
    .replace(/ (=>|[=!]==|\?\?|&&|\|\||=) /g, "$1").replace(/\) \{/g, "){")
    .replace(/;(?=})|(?<=})\n/g, "").replace(/\bconst (?=[\w${[])/g, "let ");
}

/** Joins stylesheets, and groups each layer's rules into one block. The order of the layers comes first. */
export function byLayer(sheets: readonly string[]): string {
  const layered = /^((?:@layer [^{;]*;\s*)?)@layer (\w+) \{\n([^]*)\}\s*$/;
  const inside = new Map<string, string>();
  let [before, rest] = ["", ""];
  for (const sheet of sheets) {
    const [, order = "", layer, text = ""] = layered.exec(sheet) ?? [];
    before += order;
    if (layer) inside.set(layer, (inside.get(layer) ?? "") + text);
    else rest += sheet;
  }
  return before + [...inside].map(([layer, text]) => `@layer ${layer} {\n${text}}\n`).join("") +
    rest;
}

/** Removes the spaces and zeros in a stylesheet that only its readers need. */
export function packed(css: string): string {
  return css.replace(/^([\w-]+):\s+/gm, "$1:").replace(/\s*([{};>])\s+|(,)\s+/g, "$1$2")
    .replace(/;}/g, "}").replace(/ \/ /g, "/").replace(/([ :,(])0\.(\d)/g, "$1.$2");
}

/** Returns a script that adds styles to its page, because the page's policy forbids inline styles. */
export function adopting(css: string): string {
  return `{const sheet=new CSSStyleSheet;sheet.replaceSync(${JSON.stringify(css)});` +
    "document.adoptedStyleSheets.push(sheet)}\n";
}

/** Removes the link to the source map, which isn't served. */
export function withoutSourceMap(script: string): string {
  return script.replace(/^\/\/# sourceMappingURL=.*$/gm, "").trimEnd();
}
