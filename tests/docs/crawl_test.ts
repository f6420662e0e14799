import assert from "node:assert/strict";
import { Catalog } from "../../server/docs/catalog.ts";
import { createTestApp, type TestApp } from "../support/app.ts";
import { assertNone } from "../support/missing.ts";
import { fixedPaths } from "./slugs.ts";

const origin = "https://backlog.example";

/** Addresses for people who are signed in. */
const signedIn = /^\/(workspace|onboarding)(\/|$)/;

/** A public page as a browser without scripts gets it. */
interface Crawled {
  path: string;
  status: number;
  /** Whether it is HTML, instead of a file. */
  isPage: boolean;
  html: string;
  /** Links to public addresses: each with its path and its anchor, which can be empty. */
  links: { path: string; anchor: string }[];
}

async function visit({ app }: TestApp, path: string): Promise<Crawled> {
  const answer = await app.request(path, { headers: { accept: "text/html" } });
  const html = await answer.text();
  const links = [...html.matchAll(/<a\b[^>]*? href="([^"]+)"/g)]
    .map(([, href]) => new URL(href!.replaceAll("&amp;", "&"), origin + path))
    .filter((url) => url.origin === origin && !signedIn.test(url.pathname))
    .map(({ pathname, hash }) => ({ path: pathname, anchor: decodeURIComponent(hash.slice(1)) }));
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  return { path, status: answer.status, isPage, html, links: isPage ? links : [] };
}

/** Follows every link from the landing page. */
async function crawl(app: TestApp): Promise<Map<string, Crawled>> {
  const found = new Map<string, Crawled>();
  const left = ["/"];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (found.has(path)) continue;
    const page = await visit(app, path);
    found.set(path, page);
    left.push(...page.links.map(({ path }) => path));
  }
  return found;
}

const textAt = async ({ app }: TestApp, path: string) => await (await app.request(path)).text();

Deno.test("a crawl of all public pages finds every docs page, and no dead links or anchors", async () => {
  await using app = await createTestApp();
  const found = await crawl(app);
  const all = [...found.values()];
  assertNone(
    all.filter(({ status }) => status !== 200),
    ({ path, status }) => `${path} returns ${status}.`,
  );
  const isDead = ({ path, anchor }: { path: string; anchor: string }) =>
    anchor !== "" && !found.get(path)!.html.includes(` id="${anchor}"`);
  assertNone(
    all.flatMap(({ path: from, links }) => links.filter(isDead).map((link) => ({ from, ...link }))),
    ({ from, path, anchor }) => `${from}: ${path}#${anchor} leads to no heading.`,
  );
  const pages = all.filter(({ path, isPage }) => isPage && !path.startsWith("/auth/"));
  assertNone(
    pages.filter(({ html }) => html.split("<h1").length !== 2),
    ({ path }) => `${path} doesn't have exactly one h1.`,
  );
  for (const pattern of [/<title>(.*?)<\/title>/, /<meta name="description" content="(.*?)"/]) {
    const texts = pages.map(({ html }) => pattern.exec(html)?.[1]);
    const twice = pages.filter((_, at) => !texts[at] || texts.indexOf(texts[at]) !== at);
    assertNone(twice, ({ path }) => `${path}: another page matches ${pattern} with the same text.`);
  }
  const sitemap = await textAt(app, "/docs/sitemap.xml");
  const listed = [...sitemap.matchAll(/<loc>https:\/\/backlog\.example([^<]+)<\/loc>/g)]
    .map(([, path]) => path!);
  const docs = pages.map(({ path }) => path).filter((path) => /^\/docs(\/|$)/.test(path));
  assert.deepEqual(docs.toSorted(), listed.toSorted());
  assert.deepEqual(app.mistakes, []);
});

Deno.test("every page is in the corpus, the palette, and the index, and has a Markdown version", async () => {
  await using app = await createTestApp();
  const [corpus, palette, index] = await Promise.all(
    ["/llms-full.txt", "/docs/search.json", "/docs/llms.txt"].map((path) => textAt(app, path)),
  ) as [string, string, string];
  const paths = [...new Catalog().pages.keys()];
  assertNone(
    paths.filter((path) => !corpus.includes(`<!-- ${origin}${path} -->`)),
    missing("corpus"),
  );
  assertNone(paths.filter((path) => !palette.includes(`"path":"${path}"`)), missing("palette"));
  assertNone(paths.filter((path) => !index.includes(`](${origin}${path}.md)`)), missing("index"));
  for (const path of paths) {
    const { status, headers } = await app.app.request(`${path}/README.md`, { method: "HEAD" });
    assert.equal(`${status} ${headers.get("content-type")}`, "200 text/markdown; charset=utf-8");
  }
});

Deno.test("no page is so long that tools of agents cut it off", async () => {
  await using app = await createTestApp();
  const pages = (await textAt(app, "/llms-full.txt")).split(`<!-- ${origin}/`);
  const tooLong = pages.filter((page) => page.length > MOST_CHARACTERS);
  assert.ok(pages.length > 100);
  assert.deepEqual(tooLong.map((page) => page.split("\n")[0]), []);
});

/** The tools read 50,000 characters. As HTML, a page has 6,000 more than its Markdown. */
const MOST_CHARACTERS = 44_000;

const missing = (place: string) => (path: string) => `${path} isn't in the ${place}.`;

Deno.test("every interface, topic, and guide has its fixed address", () => {
  assert.equal(fixedPaths.length, 3 + 28 + 90);
  const { pages } = new Catalog();
  assertNone(
    fixedPaths.filter((path) => !pages.has(path)),
    (path) => `${path} doesn't exist. Other sites might link to it.`,
  );
});

Deno.test("the corpus names no other server, except addresses of the reader's own machine", async () => {
  await using app = await createTestApp();
  const corpus = await textAt(app, "/llms-full.txt");
  const others = [...corpus.matchAll(/https?:\/\/[^\s)"'`<>\]]+/g)].map(([url]) => url)
    .filter((url) => !["backlog.example", "localhost", "127.0.0.1"].includes(hostOf(url)));
  assertNone(new Set(others), (url) => `${url} is in a docs page. Write {{origin}}, or a link.`);
});

const hostOf = (url: string) => /^https?:\/\/([^/:;]*?)\.?(?=[/:;]|$)/.exec(url)![1]!;
