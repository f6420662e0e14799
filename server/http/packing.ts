/**
 * What only who reads the files needs, a sixth of what would be sent: comments on lines of their own, types of what stands
 * in a line, and how far lines are moved in. No text of ours goes over several lines.
 */
export function withoutNotes(source: string): string {
  const comment = /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/)[^])*\*\/)[ \t]*\n/gm;
  const type = /\/\*\* @type [^*]*\*\/ ?/g;
  return source.replace(comment, "").replace(type, "").replace(/^\s+/gm, "");
}

/** A text between quotes on one line, a template that holds no other, or a sign that needs no space on either side. */
const spaced =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`\\]*`)| ?(=>|[=!]==|[<>]=|&&|\|\||\?\?|[+*-]=|[=<>?:,;{}()[\]]) ?/g;

/**
 * A script without the spaces around signs in lines that hold no pattern, and no template in another; and without line
 * ends that tell nothing, between what has to go on, unless a comment may end there. That names keep their values is for
 * who writes it.
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

/** Stylesheets as one, in which what is of a layer stands once: their order is that of the layers before all else. */
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

/** A stylesheet without the spaces and zeros that only who writes it needs. */
export function packed(css: string): string {
  return css.replace(/^([\w-]+):\s+/gm, "$1:").replace(/\s*([{};>])\s+|(,)\s+/g, "$1$2")
    .replace(/;}/g, "}").replace(/ \/ /g, "/").replace(/([ :,(])0\.(\d)/g, "$1.$2");
}

/** A script that adds styles to its page, whose policy lets none stand in it. */
export function adopting(css: string): string {
  return `{const sheet=new CSSStyleSheet;sheet.replaceSync(${JSON.stringify(css)});` +
    "document.adoptedStyleSheets.push(sheet)}\n";
}

/** The map isn't served, so nothing may ask for it. */
export function withoutSourceMap(script: string): string {
  return script.replace(/^\/\/# sourceMappingURL=.*$/gm, "").trimEnd();
}
