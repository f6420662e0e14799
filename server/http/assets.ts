import { createHash } from "node:crypto";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import type { Context } from "hono";
import type { Area, AreaAssets, Frame } from "../../views/layouts/frame.ts";
import htmx from "htmx.org/dist/htmx.min.js" with { type: "text" };
import alpine from "@alpinejs/csp/dist/cdn.min.js" with { type: "text" };

/** The stylesheet's files. Layers give the cascade; within a layer this order does. */
const styles = [
  "reset",
  "tokens",
  "base",
  "button",
  "marks",
  "field",
  "markdown_field",
  "menu",
  "dialog",
  "empty",
  "markdown",
  "shell",
  "sidebar",
  "filter",
  "list",
  "group",
  "nested",
  "board",
  "hidden_columns",
  "selection",
  "peek",
  "detail",
  "sections",
  "timeline",
  "rail",
  "composer",
  "entries",
  "views",
  "public",
  "print",
];
/** Our scripts: after htmx, which they extend, and before Alpine, which starts their components. */
const scripts = [
  "events",
  "light_dismiss",
  "send_fields",
  "rows",
  "page_swap",
  "toast_place",
  "unreachable_server",
  "kept_store",
  "form_values",
  "pills",
  "kept_note",
  "unsent",
  "kept_text",
  "focus",
  "selection",
  "selection_bar",
  "list_place",
  "back_cache",
  "next_task",
  "waiting_keys",
  "text_filter",
  "dialog",
  "save_key",
  "checklist",
  "copy",
  "quote",
  "edit_click",
  "autosave",
  "markdown_text",
  "suggest",
  "markdown_field",
  "name_score",
  "folding",
  "nested_rows",
  "listbox",
  "menu",
  "templates",
  "long_paste",
  "new_links",
  "composer",
  "composer_drafts",
  "sidebar",
  "moves",
  "reorder",
  "favorites",
  "placed_rows",
  "peek",
  "peek_answers",
  "peek_keys",
  "layers",
  "board",
  "row_focus",
  "selection_keys",
  "chosen_tasks",
  "context_menu",
  "optimistic_choices",
  "board_cards",
  "board_moves",
  "board_drag",
  "keys",
  "inbox",
  "undo",
  "toast",
  "cooldown",
  "one_time_code",
];
/** What a page needs that is open for longer: it comes after all else, and nobody waits for it. */
const later = [
  "pasted_task",
  "pasted_link",
  "limit",
  "print",
  "row_moves",
  "presence",
  "points",
  "live",
  "changes",
  "prefetch_list",
  "prefetch_task",
  "tab_lock",
  "listening",
  "areas",
].map((name) => `later/${name}`);
/** What only these show is styled by them. */
const laterStyles = ["presence", "live_line", "both_texts", "paper", "dragging"].map((name) =>
  `later/${name}`
);

/** What the pages of a part of the product have besides, in this order, in folders of its name. */
const areas: Record<Area, { styles: readonly string[]; scripts: readonly string[] }> = {
  planning: {
    styles: "marks list project plan burn_up roadmap roadmap_table roadmap_tray".split(" "),
    scripts: ["project", "roadmap", "roadmap_dates"],
  },
  settings: { styles: ["settings", "parts", "labels", "people"], scripts: ["copies_text"] },
};

/** The files that pages need, under names that change when their content does. */
export interface Assets {
  /** What pages link to, and what they load once they are there. */
  urls: Frame["assets"];
  /** Answers `GET /assets/:name`. */
  handler(context: Context): Promise<Response>;
}

interface Asset {
  body: string;
  type: string;
  /** Compressed at the first request that takes it, then kept. */
  br?: Promise<Uint8Array<ArrayBuffer>>;
  gzip?: Promise<Uint8Array<ArrayBuffer>>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * The stylesheets, scripts and icons, which stand in `static/`: a compiled program carries them. They are read and
 * packed once a page is first asked for, not while the server starts.
 */
export function loadAssets(): Assets {
  let made: ReturnType<typeof packAll> | undefined;
  const all = () => made ??= packAll();
  return {
    get urls() {
      return all().urls;
    },
    handler: (context) => answer(context, all().files.get(context.req.param("name") ?? "")),
  };
}

function packAll(): { urls: Assets["urls"]; files: Map<string, Asset> } {
  const files = new Map<string, Asset>();
  const styleOf = (names: readonly string[]) =>
    packed(byLayer(names.map((name) => withoutNotes(readAll([`css/${name}.css`])))));
  const scriptOf = (names: readonly string[]) =>
    joined(withoutNotes(readAll(names.map((name) => `js/${name}.js`))));
  const add = (name: string, extension: string, type: string, body: string) => {
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
    const file = `${name}.${hash}.${extension}`;
    files.set(file, { body, type });
    return `/assets/${file}`;
  };
  const addArea = (area: Area): AreaAssets => {
    const inFolder = (name: string) => `${area}/${name}`;
    const { styles, scripts } = areas[area];
    const css = add(area, "css", "text/css; charset=utf-8", styleOf(styles.map(inFolder)));
    if (scripts.length === 0) return { css };
    const body = scriptOf(scripts.map(inFolder));
    return { css, js: add(area, "js", "text/javascript; charset=utf-8", body) };
  };
  const js = [htmx, scriptOf(scripts), alpine].map(withoutSourceMap).join(";\n");
  const urls = {
    css: add("app", "css", "text/css; charset=utf-8", styleOf(styles)),
    js: add("app", "js", "text/javascript; charset=utf-8", js),
    later: add(
      "later",
      "js",
      "text/javascript; charset=utf-8",
      adopting(styleOf(laterStyles)) + scriptOf(later),
    ),
    areas: { planning: addArea("planning"), settings: addArea("settings") },
    icon: add("icon", "svg", "image/svg+xml", readAll(["icons/favicon.svg"])),
    iconUnread: add("unread", "svg", "image/svg+xml", readAll(["icons/favicon_unread.svg"])),
  };
  return { urls, files };
}

/** One after the other: read all at once, each file would take a thread of its own. */
function readAll(paths: string[]): string {
  return paths.map((path) =>
    Deno.readTextFileSync(new URL(`../../static/${path}`, import.meta.url))
  ).join("\n");
}

/**
 * What only who reads the files needs, a sixth of what would be sent: comments on lines of their own, types of what stands
 * in a line, and how far lines are moved in. No text of ours goes over several lines.
 */
function withoutNotes(source: string): string {
  const comment = /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/)[^])*\*\/)[ \t]*\n/gm;
  const type = /\/\*\* @type [^*]*\*\/ ?/g;
  return source.replace(comment, "").replace(type, "").replace(/^\s+/gm, "");
}

/** A text between quotes on one line, a template without another in it, or a sign that may stand without a space on either side. */
const spaced =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`\\]*`)| ?(=>|[=!]==|[<>]=|&&|\|\||\?\?|[+*-]=|[=<>?:,;{}()[\]]) ?/g;

/**
 * A script without the spaces around signs in lines that hold no pattern and no template in another; and without line ends that tell
 * nothing, between what has to go on, unless a comment may end there. That names keep their values is for who writes it.
 */
function joined(script: string): string {
  return script.replace(/^.+$/gm, (line) => {
    if (/[/`"']/.test(line.replace(spaced, "")) || /`.*`.*`/.test(line)) return line;
    return line.replace(spaced, (_, text?: string, sign = "") => text ?? sign);
  }).replace(/,\n(?=[})\]])/g, "").replace(/^((?:(?!\/\/).)*)\n(?=[})\].?:&|])/gm, "$1")
    .replace(/^((?:(?!\/\/).)*[{(\[,;=>&|?])\n/gm, "$1")
    .replace(/ (=>|[=!]==|\?\?|&&|\|\||=) /g, "$1").replace(/\) \{/g, "){")
    .replace(/;(?=})|(?<=})\n/g, "").replace(/\bconst (?=[\w${[])/g, "let ");
}

/** Stylesheets as one, in which what is of a layer stands once: their order is that of the layers before all else. */
function byLayer(sheets: readonly string[]): string {
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
function packed(css: string): string {
  return css.replace(/^([\w-]+):\s+/gm, "$1:").replace(/\s*([{};>])\s+|(,)\s+/g, "$1$2")
    .replace(/;}/g, "}").replace(/ \/ /g, "/").replace(/([ :,(])0\.(\d)/g, "$1.$2");
}

/** A script that adds styles to its page, whose policy lets none stand in it. */
function adopting(css: string): string {
  return `{const sheet=new CSSStyleSheet;sheet.replaceSync(${JSON.stringify(css)});` +
    "document.adoptedStyleSheets.push(sheet)}\n";
}

/** The map isn't served, so nothing may ask for it. */
function withoutSourceMap(script: string): string {
  return script.replace(/^\/\/# sourceMappingURL=.*$/gm, "").trimEnd();
}

async function answer(context: Context, asset: Asset | undefined): Promise<Response> {
  if (!asset) return context.text("There is no such file.", 404, { "cache-control": "no-store" });
  const headers: Record<string, string> = {
    "content-type": asset.type,
    "cache-control": "public, max-age=31536000, immutable",
    "vary": "Accept-Encoding",
  };
  const encoding = preferred(context.req.header("accept-encoding"));
  if (encoding === "identity") return context.body(asset.body, 200, headers);
  headers["content-encoding"] = encoding;
  return context.body(await compressed(asset, encoding), 200, headers);
}

/** The best encoding that a client takes. RFC 9110, 12.5.3 */
function preferred(accepted = ""): "br" | "gzip" | "identity" {
  const taken = new Set(
    accepted.split(",").map((part) => part.trim().toLowerCase().split(/\s*;\s*/))
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
      .map(([name]) => name),
  );
  return taken.has("br") ? "br" : taken.has("gzip") ? "gzip" : "identity";
}

function compressed(asset: Asset, encoding: "br" | "gzip"): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === "gzip") {
    return asset.gzip ??= compressGzip(asset.body, { level: 9 }).then(bytes);
  }
  return asset.br ??= compressBrotli(asset.body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).then(bytes);
}

function bytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
