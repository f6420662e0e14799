import assert from "node:assert/strict";
import { prefersMarkdown } from "../../server/docs/accept.ts";
import { renderPage } from "../../server/docs/render.ts";
import { call, createTestApp, type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";

const page = "/docs/web/task/create";
const get = (app: TestApp, path: string, headers: Record<string, string> = {}) =>
  app.app.request(path, { headers: { accept: "text/html", ...headers } });

Deno.test("a docs page is HTML, with the article before the navigation", async () => {
  await using app = await createTestApp();
  const answer = await get(app, page);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type")!, /^text\/html/);
  const html = await answer.text();
  assert.match(html, /<h1>Create a task on the web<\/h1>/);
  assert.match(html, /<h2 id="before-you-start"/);
  assert.ok(html.indexOf("<article") < html.indexOf('class="docs-tree"'));
  assert.ok(html.indexOf('href="/docs/llms.txt"') < html.indexOf("<h1>"));
  assert.match(html, /<a href="\/docs" [^>]*aria-current="true">Docs<\/a>/);
  assert.match(html, /aria-current="page">Create a task<\/a>/);
  assert.deepEqual(app.mistakes, []);
});

Deno.test("a docs page is Markdown at .md and README.md, and for clients that prefer Markdown", async () => {
  await using app = await createTestApp();
  const [file, readme, preferred] = await Promise.all([
    get(app, `${page}.md`),
    get(app, `${page}/README.md`),
    get(app, page, { accept: "text/markdown, text/html;q=0.9, */*;q=0.8" }),
  ]);
  const text = await file.text();
  assert.match(
    text,
    /^> Index of these docs: https:\/\/backlog\.example\/docs\/llms\.txt\n\n# Create/,
  );
  assert.match(text, /\]\(https:\/\/backlog\.example\/docs\/web\/draft\.md\)/);
  assert.ok(!text.includes("](" + "/"), "a link is relative");
  for (const other of [readme, preferred]) assert.equal(await other.text(), text);
  for (const answer of [file, readme, preferred]) {
    assert.equal(answer.headers.get("content-type"), "text/markdown; charset=utf-8");
    assert.match(answer.headers.get("vary")!, /Accept\b/);
  }
});

Deno.test("links in Markdown lead to Markdown, except to pages that have none", async () => {
  await using app = await createTestApp();
  const text = await (await get(app, "/docs/api.md")).text();
  const start = "](https://backlog.example";
  assert.ok(text.includes(`${start}/docs/reference/errors.md)`));
  assert.ok(text.includes(`${start}/openapi.json)`));
  const list = await (await get(app, "/docs/api/project/browse.md")).text();
  assert.ok(list.includes(`${start}/docs/api.md#pages-of-a-list)`));
  assert.ok(list.includes(`${start}/workspace/projects)`));
});

Deno.test("only clients that name Markdown, and don't prefer HTML, get Markdown", () => {
  assert.ok(prefersMarkdown("text/markdown"));
  assert.ok(prefersMarkdown("text/markdown, text/html, */*"));
  assert.ok(prefersMarkdown("text/html;q=0.8, TEXT/Markdown;q=0.9"));
  assert.ok(prefersMarkdown("text/markdown;q=0.5, */*;q=0.1"));
  for (
    const accept of [
      undefined,
      "",
      "*/*",
      "text/*",
      "text/html",
      "text/html, text/markdown;q=0.9",
      "text/markdown;q=0",
      "text/markdown;q=0.1, */*",
    ]
  ) assert.ok(!prefersMarkdown(accept), `${accept}`);
});

Deno.test("an unchanged docs page is a 304, and every docs page links to its Markdown and to the index", async () => {
  await using app = await createTestApp();
  const { headers } = await get(app, page);
  assert.equal(headers.get("cache-control"), "public, no-cache");
  assert.match(
    headers.get("link")!,
    /<\/docs\/web\/task\/create\.md>; rel="alternate"; type="text\/markdown"/,
  );
  assert.match(headers.get("link")!, /<\/docs\/llms\.txt>/);
  const again = await get(app, page, { "if-none-match": headers.get("etag")! });
  assert.equal(again.status, 304);
});

Deno.test("an address without a docs page is a 404, with the navigation or as Markdown", async () => {
  await using app = await createTestApp();
  const missing = await get(app, "/docs/web/nothing");
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /class="docs-tree"/);
  assert.equal((await get(app, "/docs/web/nothing.md")).status, 404);
  const slash = await get(app, "/docs/web/");
  assert.equal(slash.status, 308);
  assert.equal(slash.headers.get("location"), "/docs/web");
});

Deno.test("examples contain the server's address, and a member's own workspace and task", async () => {
  await withApp({}, async (app, { ada, workspaceId, task }) => {
    const { reference } = await task(ada, { title: "Mend the gate" });
    const path = "/docs/api/task/create";
    const open = await (await get(app, path)).text();
    assert.ok(open.includes("https://backlog.example/api/v1/workspaces/WORKSPACE_ID/tasks"));
    const cookie = await browserCookie(app.world, ada.email);
    const answer = await get(app, path, { cookie });
    assert.equal(answer.headers.get("cache-control"), "private, no-cache");
    const own = await answer.text();
    assert.ok(own.includes(`/workspaces/${workspaceId}/tasks`), "workspace");
    const web = await (await get(app, page, { cookie })).text();
    assert.ok(web.includes(reference), "task");
    for (const text of [own, web]) assert.ok(!/blg_[a-z]+_\w{8}/.test(text), "no token");
  });
});

Deno.test("the team in a member's examples is the team of the task in them", () =>
  withApp({}, async (app, { ada, workspaceId, task }) => {
    const body = { name: "Attic", key: "ATT" };
    await call(app, `POST /workspaces/${workspaceId}/teams`, { as: ada, body });
    const cookie = await browserCookie(app.world, ada.email);
    const teamInExample = async () => {
      const example = await get(app, "/docs/api/automation/exchange-automation-secret", { cookie });
      return /tasks\?teamId=(\w+)/.exec(await example.text())?.[1];
    };
    assert.equal(await teamInExample(), "ATT", "the first team by name, without tasks");
    await task(ada, { title: "Mend the gate" });
    assert.equal(await teamInExample(), "ENG");
  }));

Deno.test("a docs page contains structured data about itself and its position", async () => {
  await using app = await createTestApp();
  const html = await (await get(app, page)).text();
  const [, json] = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html)!;
  const [article, trail] = JSON.parse(json!)["@graph"];
  assert.match(article.dateModified, /^\d{4}-\d\d-\d\d$/);
  assert.equal(article["@type"], "TechArticle");
  assert.equal(article.headline, "Create a task on the web");
  assert.equal(article.url, `https://backlog.example${page}`);
  assert.deepEqual(
    trail.itemListElement.map(({ item }: { item: string }) => item),
    ["/", "/docs", "/docs/web", "/docs/web/task", page]
      .map((path) => `https://backlog.example${path}`),
  );
});

Deno.test("the search without scripts finds docs pages, commands, and settings", async () => {
  await using app = await createTestApp();
  const search = async (q: string) => await (await get(app, `/?q=${encodeURIComponent(q)}`)).text();
  assert.match(
    await search("create a task on the web"),
    new RegExp(`href="${page}" hx-boost="false"`),
  );
  assert.match(await search("BACKLOG_PORT"), /href="\/docs\/operators\/settings#/);
  assert.match(
    await search("tasks create"),
    /href="\/docs\/reference\/commands\/tasks#tasks-create"/,
  );
  assert.match(await search("zebra"), /No pages match “zebra”/);
});

Deno.test("searching for a job finds its web guide first, then the guides for REST and the command line", async () => {
  await using app = await createTestApp();
  const html = await (await get(app, "/?q=Create+a+task")).text();
  const found = [...html.matchAll(/<a href="([^"]+)" hx-boost="false"[^>]*><strong>/g)];
  assert.deepEqual(found.slice(0, 3).map(([, path]) => path), [
    page,
    "/docs/api/task/create",
    "/docs/cli/task/create",
  ]);
});

Deno.test("long code breaks after slashes, but not within a word with a hyphen or at the start of an address", () => {
  const draw = (code: string) => /<code.*<\/code>/.exec(renderPage(`\`${code}\``).html)![0];
  assert.equal(draw("backlog serve"), "<code>backlog serve</code>");
  assert.equal(
    draw("GET /workspaces/{workspaceId}/tasks"),
    '<code class="docs-long">GET /workspaces/<wbr>{workspaceId}/<wbr>tasks</code>',
  );
  assert.equal(
    draw("--map-status 'In QA=progressed'"),
    "<code class=\"docs-long\"><span>--map-status</span> 'In QA=progressed'</code>",
  );
  assert.equal(
    draw("POST /project-labels/{labelId}/merge"),
    '<code class="docs-long">POST <span>/project-labels/</span><wbr>{labelId}/<wbr>merge</code>',
  );
  assert.equal(
    draw("smtp://user@mail.example.com:587"),
    '<code class="docs-long">smtp://user<wbr>@mail.example.com:587</code>',
  );
  assert.equal(
    draw("BACKLOG_ORIGIN=https://example.com/backlog"),
    '<code class="docs-long">BACKLOG_ORIGIN=<wbr>https://example.com/<wbr>backlog</code>',
  );
});

Deno.test("words with a hyphen in titles don't break, and paths in search results break after slashes", async () => {
  await using app = await createTestApp();
  const guide = await (await get(app, "/docs/api/auth/request-code")).text();
  assert.match(guide, /<h1>Request a <span>sign-in<\/span> code over REST<\/h1>/);
  const found = await (await get(app, "/?q=create+sub-tasks")).text();
  assert.match(
    found,
    /POST \/workspaces\/<wbr>\{workspaceId\}\/<wbr>tasks\/<wbr>\{taskId\}\/<wbr>sub-tasks/,
  );
});

Deno.test("a guide shows a picture in the reader's theme", async () => {
  await using app = await createTestApp();
  const html = await (await get(app, page)).text();
  const [, dark, light] =
    /<source srcset="(.+?)" media="\(prefers-color-scheme: dark\)"><img src="(.+?)"/
      .exec(html)!;
  for (const path of [dark!, light!]) {
    const answer = await get(app, path);
    assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, "image/webp"]);
    await answer.body?.cancel();
  }
  for (const path of ["/docs/pictures/none.webp", "/docs/pictures/../contents.json"]) {
    assert.equal((await get(app, path)).status, 404, path);
  }
});

Deno.test("code highlighting colors only whole words", () => {
  const draw = (language: string, code: string) =>
    renderPage(`\`\`\`${language}\n${code}\n\`\`\``).html;
  assert.match(draw("bash", "backlog.sh --help"), />backlog\.sh --help$/m);
  assert.match(draw("ini", "After=network-online.target"), /=network-online\.target$/m);
  assert.match(draw("ini", "DynamicUser=yes"), /<span class="hljs-literal">yes<\/span>/);
});
