import { createHash } from "node:crypto";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import type { Context } from "hono";
import type { Area, AreaAssets, Frame } from "../../views/layouts/frame.ts";
import { paletteMarkup } from "../../views/palette/dialog.tsx";
import { publicPages } from "../../views/palette/public_pages.ts";
import { areas } from "./areas.ts";
import type { BasePath } from "./base_path.ts";
import htmx from "htmx.org/dist/htmx.min.js" with { type: "text" };
import alpine from "@alpinejs/csp/dist/cdn.min.js" with { type: "text" };
import { adopting, byLayer, joined, packed, withoutNotes, withoutSourceMap } from "./packing.ts";

/** The stylesheet's files. Layers set the cascade; within a layer, this order does. */
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
/** Our scripts, after htmx, which they extend, and before Alpine, which starts their components. */
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
  "keys",
  "inbox",
  "undo",
  "toast",
  "cooldown",
];
/** Scripts for pages that stay open. They load last, and no page waits for them. */
const later = [
  "board_drag",
  "quote",
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
  "palette",
].map((name) => `later/${name}`);
/** The styles of elements that only these scripts show. */
const laterStyles = ["presence", "live_line", "both_texts", "paper", "roadmap_paper", "dragging"]
  .map((name) => `later/${name}`);

/**
 * The palette, which opens over every page of a workspace. Its scripts, styles, and markup load on demand, as one file.
 */
const palette = {
  scripts: "sources rank rows theme press workspace site actions peek dialog palette".split(" ")
    .map((name) => `palette/${name}`),
  styles: ["palette/palette"],
};

/** The files that pages need, under names that change when their content does. */
export interface Assets {
  /** The files that pages link to, and those that pages load later. */
  urls: Frame["assets"];
  /** Answers `GET /assets/:name`. */
  handler(context: Context): Promise<Response>;
}

interface Asset {
  body: string;
  type: string;
  /** Compressed for the first client that accepts it, then kept. */
  br?: Promise<Uint8Array<ArrayBuffer>>;
  gzip?: Promise<Uint8Array<ArrayBuffer>>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Serves the stylesheets, scripts, and icons in `static/`, which a compiled program contains. They are read and packed
 * when the first page is requested, not while the server starts.
 * @param base the path below which they are served, because they contain URLs
 */
export function loadAssets(base?: BasePath): Assets {
  let made: ReturnType<typeof packAll> | undefined;
  const all = () => made ??= packAll(base);
  return {
    get urls() {
      return all().urls;
    },
    handler: (context) => answer(context, all().files.get(context.req.param("name") ?? "")),
  };
}

function packAll(base?: BasePath): { urls: Assets["urls"]; files: Map<string, Asset> } {
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
    const { styles, scripts, later = [] } = areas[area];
    const addScripts = (name: string, some: readonly string[]) =>
      add(name, "js", "text/javascript; charset=utf-8", scriptOf(some.map(inFolder)));
    return {
      css: add(area, "css", "text/css; charset=utf-8", styleOf(styles.map(inFolder))),
      ...(scripts[0] && { js: addScripts(area, scripts) }),
      ...(later[0] && { later: addScripts(`${area}_later`, later) }),
    };
  };
  const markup = Object.fromEntries(
    Object.entries(paletteMarkup()).map(([kind, html]) => [kind, base?.html(html) ?? html]),
  );
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
    palette: add(
      "palette",
      "js",
      "text/javascript; charset=utf-8",
      adopting(styleOf(palette.styles)) +
        `globalThis.paletteMarkup=${JSON.stringify(markup)};\n` +
        scriptOf(palette.scripts),
    ),
    publicPages: add(
      "pages",
      "json",
      "application/json; charset=utf-8",
      base?.json(publicPages, "path") ?? JSON.stringify(publicPages),
    ),
    areas: {
      public: addArea("public"),
      docs: addArea("docs"),
      planning: addArea("planning"),
      projects: addArea("projects"),
      roadmap: addArea("roadmap"),
      settings: addArea("settings"),
    },
    icon: add("icon", "svg", "image/svg+xml", readAll(["icons/favicon.svg"])),
    iconUnread: add("unread", "svg", "image/svg+xml", readAll(["icons/favicon_unread.svg"])),
  };
  return { urls, files };
}

/**
 * The folder of static files. Its path is relative to this module, which also works in a built program, where modules
 * move.
 */
export const staticFolder = new URL("../../static/", import.meta.url);

/** Reads one file after another: in parallel, each would take its own thread. */
function readAll(paths: string[]): string {
  return paths.map((path) => Deno.readTextFileSync(new URL(path, staticFolder))).join("\n");
}

async function answer(context: Context, asset: Asset | undefined): Promise<Response> {
  if (!asset) return context.text("This file doesn't exist.", 404, { "cache-control": "no-store" });
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

/** Returns the best encoding that a client accepts. RFC 9110, 12.5.3 */
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
