import { alert } from "@mdit/plugin-alert";
// @ts-types="./highlight.d.ts"
import hljs from "highlight.js/lib/core";
// @ts-types="./highlight.d.ts"
import bash from "highlight.js/lib/languages/bash";
// @ts-types="./highlight.d.ts"
import http from "highlight.js/lib/languages/http";
// @ts-types="./highlight.d.ts"
import ini from "highlight.js/lib/languages/ini";
// @ts-types="./highlight.d.ts"
import javascript from "highlight.js/lib/languages/javascript";
// @ts-types="./highlight.d.ts"
import json from "highlight.js/lib/languages/json";
// @ts-types="./highlight.d.ts"
import nginx from "highlight.js/lib/languages/nginx";
import { caddyfile } from "./caddyfile.ts";
import type { MarkdownIt } from "markdown-it";
import markdownIt from "markdown-it/browser";
import anchor from "markdown-it-anchor";
import { showTables } from "../../views/markdown.tsx";

/** A heading of a page, for its table of contents. */
export interface Heading {
  id: string;
  title: string;
  level: 2 | 3;
}

const highlighter = hljs.newInstance();
const grammars = { bash, caddyfile, http, ini, javascript, json, nginx };
for (const [name, grammar] of Object.entries(grammars)) {
  highlighter.registerLanguage(name, grammar);
}

const markdown = makeRenderer();

function makeRenderer(): MarkdownIt {
  const made = markdownIt({ html: false, highlight });
  const slugified = { level: [2, 3, 4], slugify, permalink: anchor.permalink.headerLink() };
  // Both plugins are typed for an older version of markdown-it
  anchor(made as never, slugified);
  alert(made as never, { titleRender: alertTitle });
  showTables(made);
  const { rules } = made.renderer;
  const fence = rules.fence!;
  rules.code_inline = (tokens, at) => writeCode(tokens[at]!.content, made.utils.escapeHtml);
  rules.fence = (tokens, at, ...rest) => {
    const isOutput = tokens[at]!.info.startsWith("output");
    const button = `<button type="button" class="button docs-copy" data-kind="quiet">Copy</button>`;
    return `<div class="docs-code${isOutput ? " docs-output" : ""}">` +
      `${fence(tokens, at, ...rest)}${isOutput ? "" : button}</div>\n`;
  };
  rules.image = (tokens, at) => {
    const { content } = tokens[at]!;
    return drawPicture(String(tokens[at]!.attrGet("src")), made.utils.escapeHtml(content));
  };
  return made;
}

/** The longest code that stays on one line, in characters. */
const LONGEST_LINE = 24;

/** Places where longer code breaks besides spaces: after slashes, and before addresses and hosts. */
const breaks = /(?<=[^:/]\/)(?=[^/])|(?<==)(?=https?:)|(?<=:\/\/.+)(?=@)/;

function writeCode(code: string, escape: (text: string) => string): string {
  if (code.length <= LONGEST_LINE) return `<code>${escape(code)}</code>`;
  // Browsers also break after hyphens
  const write = (part: string) =>
    part.includes("-") && part.length <= LONGEST_LINE
      ? `<span>${escape(part)}</span>`
      : escape(part);
  const words = code.split(" ").map((word) => word.split(breaks).map(write).join("<wbr>"));
  return `<code class="docs-long">${words.join(" ")}</code>`;
}

/** Returns a picture of the interface in the reader's theme. `tests/browser/docs_pictures_test.ts` takes the pictures. */
function drawPicture(src: string, alt: string): string {
  const dark = src.replace(/\.webp$/, ".dark.webp");
  return `<picture><source srcset="${dark}" media="(prefers-color-scheme: dark)">` +
    `<img src="${src}" alt="${alt}" width="1120" height="700" loading="lazy"></picture>`;
}

/** Returns the title of a box: `<p …>Note</p>`. */
function alertTitle(tokens: readonly { content: string }[], at: number): string {
  const [first = "", ...rest] = tokens[at]!.content.toLowerCase();
  return `<p class="markdown-alert-title">${first.toUpperCase()}${rest.join("")}</p>\n`;
}

/** Colors code with classes. Returns an empty text for unknown languages, which are then only escaped. */
function highlight(code: string, language: string): string {
  if (!highlighter.getLanguage(language)) return "";
  const { value } = highlighter.highlight(code, { language, ignoreIllegals: true });
  // The grammars also find words within longer ones: "on" in "online", and "help" in "--help"
  return value.replace(
    /(?<=[\w-])<span class="hljs-(?:literal|built_in)">(\w+)<\/span>|<span class="hljs-literal">(\w+)<\/span>(?=[\w-])/g,
    "$1$2",
  );
}

/** Returns a heading's anchor: `before-you-start`, `task_archived`. */
export function slugify(heading: string): string {
  return heading.toLowerCase().replace(/['’]/g, "").replace(/[^\p{L}\p{N}_]+/gu, "-").replace(
    /^-|-$/g,
    "",
  );
}

/** Renders a page's Markdown, and returns its headings too. */
export function renderPage(text: string): { html: string; headings: Heading[] } {
  const tokens = markdown.parse(text, {});
  const headings = tokens.flatMap((token, at): Heading[] => {
    if (token.type !== "heading_open" || !/^h[23]$/.test(token.tag)) return [];
    const title = plainText(tokens[at + 1]!.children ?? []);
    const level = token.tag === "h2" ? 2 : 3;
    return [{ id: String(token.attrGet("id") ?? ""), title, level }];
  });
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

function plainText(tokens: readonly { type: string; content: string }[]): string {
  return tokens.filter(({ type }) => type === "text" || type === "code_inline")
    .map(({ content }) => content).join("");
}
