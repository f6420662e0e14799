import assert from "node:assert/strict";
import { versionsOf } from "../../server/docs/feed.ts";
import { Catalog, readChangelog } from "../../server/docs/catalog.ts";
import { duration, retention } from "../../server/docs/retention.ts";
import { cookies } from "../../server/http/cookies.ts";
import { jobs, startedLine } from "../../server/serve.ts";
import { demoTasks } from "../../views/landing/demo_tasks.ts";
import { footerLinks, headerLinks, sitePaths } from "../../views/site_paths.ts";
import { createTestApp, type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { assertNone } from "../support/missing.ts";
import { readSources } from "../support/source.ts";

const origin = "https://backlog.example";
const paths = ["/", ...sitePaths];
const catalog = new Catalog();

async function textAt({ app }: TestApp, path: string, headers: Record<string, string> = {}) {
  const answer = await app.request(path, { headers: { accept: "text/html", ...headers } });
  assert.equal(answer.status, 200, path);
  return await answer.text();
}

const mainOf = (html: string) => /<main[^]*<\/main>/.exec(html)![0];
const group = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? "";

Deno.test("every page of the site has its own title, description, address, and structured data, and links to the others", async () => {
  await using app = await createTestApp();
  const seen = new Set<string>();
  for (const path of paths) {
    const html = await textAt(app, path);
    const title = group(html, /<title>([^<]+)/);
    const description = group(html, /<meta name="description" content="([^"]+)/);
    for (const text of [title, description]) {
      assert.ok(text.length > 4 && text.length < 160, `${path}: ${text}`);
      assert.ok(!seen.has(text), `${path}: another page has "${text}"`);
      seen.add(text);
    }
    assert.equal(group(html, /<link rel="canonical" href="([^"]+)"/), origin + path);
    assert.equal(group(html, /property="og:url" content="([^"]+)"/), origin + path);
    const data = JSON.parse(group(html, /<script type="application\/ld\+json">([^<]+)</));
    const [about, ...others] = data["@graph"];
    assert.deepEqual([data["@context"], others], ["https://schema.org", []], path);
    if (path === "/") {
      assert.deepEqual([about["@type"], about.offers.price], ["SoftwareApplication", "0"]);
    } else assert.equal(about.itemListElement.at(-1).item, origin + path);
    for (const [place, links] of [["header", headerLinks], ["footer", footerLinks]] as const) {
      const part = group(html, new RegExp(`<${place}([^]*?)</${place}>`));
      for (const [to] of links) assert.ok(part.includes(`href="${to}"`), `${path}: ${place} ${to}`);
    }
    assert.match(html, /href="\/auth\/signin"[^]*href="\/auth\/signup"/);
    assert.ok(!/\{\{|undefined/.test(html), path);
  }
  assert.deepEqual(app.mistakes, []);
});

Deno.test("the site's pages show visitors and members the same text", () =>
  withApp({}, async (app, { ada }) => {
    const cookie = await browserCookie(app.world, ada.email);
    for (const path of sitePaths) {
      const [stranger, member] = [await textAt(app, path), await textAt(app, path, { cookie })];
      assert.equal(mainOf(member), mainOf(stranger), path);
      assert.match(member, /Open Backlog/);
      const markdown = await textAt(app, `${path}.md`, { cookie });
      assert.ok(markdown.startsWith(`> Index of these docs: ${origin}/docs/llms.txt\n\n# `), path);
    }
  }));

Deno.test("every link on the site's pages, sign-in, and sign-up leads to a page, and its anchor exists", async () => {
  await using app = await createTestApp();
  const dead: string[] = [];
  const answers = new Map<string, { status: number; text: string }>();
  for (const path of [...paths, "/auth/signin", "/auth/signup"]) {
    const html = await textAt(app, path);
    for (const [, href = ""] of html.matchAll(/ href="([^"]+)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), origin + path);
      if (url.origin !== origin || catalog.unwritten.includes(url.pathname)) continue;
      const to = url.pathname + url.search;
      if (!answers.has(to)) {
        const answer = await app.app.request(to, { headers: { accept: "text/html" } });
        answers.set(to, { status: answer.status, text: await answer.text() });
      }
      const { status, text } = answers.get(to)!;
      const isThere = !url.hash || text.includes(`id="${decodeURIComponent(url.hash.slice(1))}"`);
      const isRedirect = status === 303 && to.startsWith("/workspace");
      if (!isRedirect && (status !== 200 || !isThere)) dead.push(`${path}: ${href} (${status})`);
    }
  }
  assertNone(dead, (link) => `${link} leads nowhere.`);
});

Deno.test("sitemap, llms.txt, and the corpus contain every page of the site", async () => {
  await using app = await createTestApp();
  const [sitemap, entry, corpus] = await Promise.all(
    ["/sitemap.xml", "/llms.txt", "/llms-full.txt"].map((path) => textAt(app, path)),
  );
  for (const path of paths) assert.ok(sitemap!.includes(`<loc>${origin}${path}</loc>`), path);
  for (const path of sitePaths) {
    assert.ok(entry!.includes(`](${origin}${path}.md)`), path);
    assert.ok(corpus!.includes(`<!-- ${origin}${path} -->`), path);
  }
});

Deno.test("the changelog's page and feed contain every version and change in CHANGELOG.md", async () => {
  await using app = await createTestApp();
  const file = await Deno.readTextFile(new URL("../../CHANGELOG.md", import.meta.url));
  const headings = [...file.matchAll(/^## (.+)$/gm)].map(([, name]) => name!);
  const changes = file.match(/^- /gm)!.length;
  assert.ok(headings.length > 0 && changes > 50);
  const html = mainOf(await textAt(app, "/changelog"));
  assert.equal(html.match(/<h2 /g)?.length, headings.length);
  assert.equal(html.match(/<li>/g)?.length, changes);
  assert.ok(!/New\s+entries go/.test(html), "notes for authors");
  const feed = await textAt(app, "/changelog.atom");
  assert.equal(feed.match(/<entry>/g)?.length, headings.length);
  assert.equal(feed.match(/&lt;li&gt;/g)?.length, changes);
  assert.match(feed, /<updated>20\d\d-\d\d-\d\dT/);
  for (const [, id] of feed.matchAll(/<id>[^<]+#([^<]+)<\/id>/g)) {
    assert.ok(html.includes(`id="${id!}"`), id!);
  }
});

Deno.test("a version of the changelog has its own date, or else the date of the last change", () => {
  const text = "## Unreleased\n\n- One\n\n## 0.2.0 (2026-12-24)\n\n### Fixed\n\n- Two\n";
  assert.deepEqual(versionsOf(text, "2026-12-31T12:00:00Z"), [
    { name: "Unreleased", anchor: "unreleased", at: "2026-12-31T12:00:00Z", text: "- One" },
    {
      name: "0.2.0",
      anchor: "0-2-0-2026-12-24",
      at: "2026-12-24T00:00:00Z",
      text: "### Fixed\n\n- Two",
    },
  ]);
  assert.ok(readChangelog().text.startsWith("## "));
});

Deno.test("the privacy page lists every cookie and every kind of data that the server erases", async () => {
  await using app = await createTestApp();
  const html = mainOf(await textAt(app, "/privacy"));
  for (const { name } of Object.values(cookies)) assert.ok(html.includes(`<code>${name}</code>`));
  for (const [data, ms] of retention) {
    assert.ok(html.includes(data.replace(/`(.+)`/, "<code>$1</code>")), data);
    assert.ok(html.includes(duration(ms)), data);
  }
  const sources = await readSources([".ts", ".tsx"]);
  const setting = sources.filter(({ path, text }) =>
    path.startsWith("server/") && /\bsetCookie\(/.test(text)
  );
  assert.deepEqual(
    setting.map(({ path }) => path).sort(),
    ["server/http/session_cookie.ts", "server/web/flash_message.ts"],
    "these files name their cookies in server/http/cookies.ts, which the privacy page lists",
  );
});

/** What the privacy page says about each regular job; null for jobs that erase no data. */
const erased: Record<keyof typeof jobs, RegExp | null> = {
  forgetUndo: /Previous text of an edited or deleted comment<\/td>\s*<td[^>]*>7 days/,
  forgetUnsent: /Draft comment<\/td>\s*<td[^>]*>30 days/,
  forgetTokens: /personal access token<\/td>\s*<td[^>]*>90 days/,
  remindOfUpdates: null,
  eraseWorkspaces: /deleted workspace is erased within an hour/,
  mergeSearchIndex: null,
};

Deno.test("the privacy page names the data that each regular job erases", async () => {
  await using app = await createTestApp();
  const html = mainOf(await textAt(app, "/privacy"));
  assert.deepEqual(Object.keys(erased), Object.keys(jobs));
  for (const [job, words] of Object.entries(erased)) if (words) assert.match(html, words, job);
});

Deno.test("privacy and terms name the operator, or say that no name is set", async () => {
  await using app = await createTestApp();
  await using named = await createTestApp({
    site: { operator: { name: "Ada & *Sons*", contact: "help@example.com" } },
  });
  for (const path of ["/privacy", "/terms"]) {
    assert.match(await textAt(app, path), /hasn['’]t published a name/);
    const html = await textAt(named, path);
    assert.ok(html.includes("Ada &amp; *Sons* runs this server."), path);
    assert.ok(html.includes('<a href="mailto:help@example.com">help@example.com</a>'), path);
  }
});

Deno.test("the example list shows changed statuses, offers them without a session, and ignores other text", async () => {
  await using app = await createTestApp();
  const order = (html: string) =>
    [...html.matchAll(/id="(group-\w+|row-[A-Z]+-\d+)"/g)].map(([, id]) => id);
  const first = order(await textAt(app, "/"));
  assert.ok(first.indexOf("row-ENG-142") > first.indexOf("group-progressed"));
  const menu = await textAt(app, "/?menu=ENG-142/status", {
    "hx-request": "true",
    "hx-request-type": "partial",
  });
  assert.ok(!menu.includes("<html"));
  const choice = group(menu, /href="([^"]*ENG-142\.cancelled)"/);
  const moved = order(await textAt(app, choice));
  assert.equal(moved.indexOf("row-ENG-142"), moved.indexOf("group-cancelled") + 1);
  assert.ok((await textAt(app, "/?menu=ENG-142/status")).includes(`href="${choice}"`));
  assert.deepEqual(order(await textAt(app, "/?moved=ENG-1.planned,ENG-142.x,&menu=x")), first);
});

Deno.test("the landing page has no form, and no link into a workspace", async () => {
  await using app = await createTestApp();
  const main = mainOf(await textAt(app, "/"));
  assert.ok(!main.includes('method="post"'));
  assert.ok(!main.includes('href="/workspace'));
  assert.ok(demoTasks.every(({ guide }) => main.includes(`href="${guide}"`)));
});

Deno.test("the landing page shows the command's real output, and links to guides for existing importers", async () => {
  await using app = await createTestApp();
  const html = await textAt(app, "/");
  const line = startedLine("0.0.0-test", "http://localhost:5173", "127.0.0.1:5173");
  assert.ok(html.includes(`<samp>${line}</samp>`));
  const tools = [...html.matchAll(/href="\/docs\/migrating\/(\w+)"/g)].map(([, tool]) => tool!);
  assert.equal(tools.length, 5);
  for (const tool of tools) {
    await Deno.stat(new URL(`../../cli/operator/foreign/${tool}.ts`, import.meta.url));
  }
});

Deno.test("links to the site have a preview image of 1200 by 630 pixels", async () => {
  await using app = await createTestApp();
  const answer = await app.app.request("/preview.png");
  assert.equal(answer.headers.get("content-type"), "image/png");
  const bytes = new DataView(await answer.arrayBuffer());
  assert.deepEqual([bytes.getUint32(16), bytes.getUint32(20)], [1200, 630]);
  assert.ok(bytes.byteLength < 150_000, `${bytes.byteLength} bytes`);
});
