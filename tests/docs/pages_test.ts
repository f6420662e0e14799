import assert from "node:assert/strict";
import { asFile } from "../../server/docs/write.ts";
import { table as webTable } from "../../server/web/app.ts";
import { pageAt } from "../../server/web/table.ts";
import { assertNone } from "../support/missing.ts";
import { readSources } from "../support/source.ts";
import { catalog, pages, values } from "./rendered.ts";

const files = await readSources([".md"], new URL("../../static/docs", import.meta.url).pathname);
/** Addresses that are neither docs nor pages of the web interface. */
const others = /^\/(backlog\.sh|openapi\.json|health|metrics|llms(-full)?\.txt|docs\/.*llms\.txt)$/;

Deno.test("every file of the docs is a page in contents.json", () => {
  const known = new Set([...catalog.pages.keys()].map((path) => `static${path}.md`));
  assertNone(
    files.map(({ path }) => path.replace(/index\.md$/, "").replace(/docs\/$/, "docs.md"))
      .filter((path) => !known.has(path)),
    (path) => `${path} isn't in static/docs/contents.json.`,
  );
});

Deno.test("every page has a unique title and description", () => {
  for (const key of ["title", "description"] as const) {
    const twice = pages.filter((one, at) => pages.findIndex((it) => it[key] === one[key]) !== at);
    assertNone(twice, (page) => `${page.path}: another page has the same ${key}.`);
  }
});

Deno.test("every placeholder and table of a page is known", () => {
  assertNone(
    pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\{\{.*?\}\}/g)].map(([left]) => ({ path, left }))
    ),
    ({ path, left }) => `${path}: ${left} is unknown.`,
  );
});

Deno.test("a placeholder on its own line adds no blank lines to its code block", () => {
  assertNone(
    pages.filter(({ text }) => /^ *```\w+\n\n/m.test(text)),
    ({ path }) => `${path}: a code block starts with a blank line.`,
  );
});

Deno.test("no page shows the commands that only its test runs", () => {
  assertNone(
    pages.filter(({ text }) => text.includes("<!--")),
    ({ path }) => `${path}: a comment is left.`,
  );
});

Deno.test("every link on a page leads to a page, and its anchor leads to a heading", () => {
  const anchors = new Map(
    pages.map(({ path, html }) => [
      path,
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );
  const isThere = (href: string, from: string) => {
    const { pathname, hash, origin } = new URL(href, `https://backlog.example${from}`);
    if (origin !== "https://backlog.example") return true;
    const known = anchors.get(pathname);
    if (known) return hash === "" || known.has(hash.slice(1));
    if (catalog.unwritten.includes(pathname) || catalog.site.has(pathname)) return true;
    return others.test(pathname) ||
      pageAt(webTable, new URL(href, "https://backlog.example")) !== null;
  };
  assertNone(
    pages.flatMap(({ path, html }) =>
      [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) => ({ path, href: href! }))
        .filter(({ href }) => !isThere(href, path))
    ),
    ({ path, href }) => `${path}: ${href} leads nowhere.`,
  );
});

Deno.test("every picture of a page exists in both themes, and there are no unused pictures", async () => {
  const shown = new Set(
    pages.flatMap(({ html }) => [...html.matchAll(/ src(?:set)?="\/docs\/pictures\/([^"]+)"/g)])
      .map(([, file]) => file!),
  );
  const folder = new URL("../../static/docs/pictures", import.meta.url);
  const existing = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  assert.deepEqual([...shown].toSorted(), existing.toSorted());
});

Deno.test("every page is short enough for a program to read at once", () => {
  assertNone(
    pages.map((page) => ({ ...page, file: asFile(page, page.text, values.origin) }))
      .filter(({ file }) => file.length > 49_500),
    ({ path, file }) => `${path} has ${file.length} characters. Split the page.`,
  );
});
