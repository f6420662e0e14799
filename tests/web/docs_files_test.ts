import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { programFiles } from "../../server/docs/files.ts";
import { createTestApp, type TestApp } from "../support/app.ts";

const origin = "https://backlog.example";

async function textAt({ app }: TestApp, path: string): Promise<string> {
  const answer = await app.request(path);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers.get("cache-control")!, /max-age|no-cache/);
  return await answer.text();
}

Deno.test("every file for programs has its content type, an ETag, and no placeholders", async () => {
  await using app = await createTestApp();
  for (const [path, { type }] of Object.entries(programFiles)) {
    const answer = await app.app.request(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), type, path);
    assert.ok(!/\{\{|undefined/.test(await answer.text()), path);
    const etag = answer.headers.get("etag")!;
    const again = await app.app.request(path, { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304, path);
  }
  assert.deepEqual(app.mistakes, []);
});

Deno.test("llms.txt leads to the Markdown of pages that exist, and the index to every page", async () => {
  await using app = await createTestApp();
  const entry = await textAt(app, "/llms.txt");
  assert.ok(entry.length < 6_000, `${entry.length} characters`);
  for (const [, path] of entry.matchAll(/\]\(https:\/\/backlog\.example([^)]+)\)/g)) {
    await textAt(app, path!);
  }
  const index = await textAt(app, "/docs/llms.txt");
  const sitemap = await textAt(app, "/docs/sitemap.xml");
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!);
  assert.ok(pages.length > 50, `${pages.length} pages`);
  for (const url of pages) assert.ok(index.includes(`](${url}.md)`), url);
  assert.ok(
    (await textAt(app, "/docs/web/llms.txt")).includes(`${origin}/docs/web/task/create.md`),
  );
});

Deno.test("the corpus has the text of every page once", async () => {
  await using app = await createTestApp();
  const corpus = await textAt(app, "/llms-full.txt");
  for (const title of ["Create a task over REST", "Server settings"]) {
    assert.equal(corpus.split(`\n# ${title}\n`).length, 2, title);
  }
});

Deno.test("requests for the corpus share one text, and the next request works after one that failed", async () => {
  await using app = await createTestApp();
  const { readTextFile } = Deno;
  let reads = 0;
  const ask = (encoding = "identity") =>
    app.app.request("/llms-full.txt", { headers: { "accept-encoding": encoding } });
  Deno.readTextFile = (path) => {
    if (reads++ === 0) return Promise.reject(new Error("The disk failed."));
    return readTextFile(path);
  };
  try {
    assert.equal((await ask()).status, 500);
    app.mistakes.length = 0;
    const [one, other, packed] = await Promise.all([ask(), ask(), ask("gzip")]);
    const text = await one!.text();
    assert.equal(await other!.text(), text);
    const unpacked = packed!.body!.pipeThrough(new DecompressionStream("gzip"));
    assert.equal(await new Response(unpacked).text(), text);
    const once = reads;
    await (await ask()).text();
    assert.equal(reads, once);
    const pages = text.match(/^<!-- https.* -->$/gm)!.length;
    assert.ok(once < 2 * pages, `${once} reads of ${pages} pages`);
  } finally {
    Deno.readTextFile = readTextFile;
  }
});

Deno.test("each skill's digest is that of the file", async () => {
  await using app = await createTestApp();
  const { skills } = JSON.parse(await textAt(app, "/.well-known/agent-skills/index.json"));
  assert.equal(skills.length, 2);
  for (const { name, url, digest, description } of skills) {
    const text = await textAt(app, url.replace(origin, ""));
    assert.equal(digest, `sha256:${createHash("sha256").update(text).digest("hex")}`);
    assert.ok(text.startsWith(`---\nname: ${name}\ndescription: ${description}\n`), name);
  }
});

Deno.test("robots.txt contains the operator's choices for crawlers", async () => {
  await using listed = await createTestApp();
  const robots = await textAt(listed, "/robots.txt");
  assert.match(robots, /^Content-Signal: search=yes$/m);
  assert.match(robots, /^Sitemap: https:\/\/backlog\.example\/sitemap\.xml$/m);
  await using unlisted = await createTestApp({ site: { pages: "unlisted" } });
  assert.equal(await textAt(unlisted, "/robots.txt"), "User-agent: *\nDisallow: /\n");
  const page = await unlisted.app.request("/docs", { headers: { accept: "text/html" } });
  assert.equal(page.status, 200);
  assert.equal(page.headers.get("x-robots-tag"), "noindex");
});

Deno.test("if the public pages are turned off, visitors are sent to sign in", async () => {
  await using app = await createTestApp({ site: { pages: "off" } });
  for (
    const path of [
      "/",
      "/docs",
      "/llms.txt",
      "/docs/web/task/create.md",
      "/product",
      "/changelog.atom",
    ]
  ) {
    const answer = await app.app.request(path, { headers: { accept: "text/html" } });
    assert.equal(answer.status, 302, path);
    assert.match(answer.headers.get("location")!, /^\/auth\/signin/, path);
  }
  assert.equal((await app.app.request("/robots.txt")).status, 200);
});

Deno.test("the icon for old browsers redirects to the current one", async () => {
  await using app = await createTestApp();
  const answer = await app.app.request("/favicon.ico");
  assert.match(answer.headers.get("location")!, /^\/assets\/icon\.\w+\.svg$/);
});

Deno.test("the palette's file finds pages, headings, endpoints, error codes, commands, and settings", async () => {
  await using app = await createTestApp();
  const found: { path: string; title: string }[] = JSON.parse(
    await textAt(app, "/docs/search.json"),
  );
  const pathsOf = (title: string) =>
    found.filter((one) => one.title === title).map(({ path }) => path);
  assert.deepEqual(pathsOf("Create a task on the web"), ["/docs/web/task/create"]);
  assert.deepEqual(pathsOf("Create a task"), ["/docs/reference/rest/tasks#create-a-task"]);
  assert.deepEqual(pathsOf("task_archived"), ["/docs/reference/errors#task_archived"]);
  assert.deepEqual(pathsOf("tasks create"), ["/docs/reference/commands/tasks#tasks-create"]);
  assert.match(pathsOf("BACKLOG_PORT")[0]!, /^\/docs\/operators\/settings#/);
  assert.equal(new Set(found.map(({ path }) => path)).size, found.length);
});
