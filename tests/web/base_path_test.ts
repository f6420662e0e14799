import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { BasePath } from "../../server/http/base_path.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { testOrigin } from "../support/world.ts";

const origin = `${testOrigin}/backlog`;
const belowBacklog = (test: Parameters<typeof withApp>[1]) => withApp({ origin }, test);

async function get({ app }: TestApp, path: string, headers: Record<string, string> = {}) {
  const answer = await app.request(path, { headers: { accept: "text/html", ...headers } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** What a browser sends once somebody is signed in below the path. */
const cookieOf = async (app: TestApp, email: string) =>
  (await browserCookie(app.world, email)).replace("__Host-backlog", "__Secure-backlog.backlog");

Deno.test("a server with a base path responds only under it, in any spelling, and other paths get an explanation", () =>
  belowBacklog(async (app) => {
    for (
      const there of [
        "/backlog",
        "/backlog/",
        "/backlog?q=e",
        "/backlog/health",
        "/backlog/auth/signin",
      ]
    ) {
      assert.equal((await get(app, there)).status, 200, there);
    }
    const elsewhere = [
      "/",
      "/health",
      "/workspace/tasks",
      "/backlogx",
      "/backlogx/health",
      "/Backlog/health",
      "/BACKLOG/health",
      "/%62acklog/health",
      "/backlog%2Fhealth",
      "/x/backlog/health",
      "/metrics",
      "/api/v1/me",
      "/backlog.sh",
      "/favicon.ico",
    ];
    for (const path of elsewhere) {
      const { status, text, headers } = await get(app, path);
      assert.equal(status, 404, path);
      assert.match(
        text,
        /^Backlog is served under \/backlog, but this request had no such prefix\. Configure .*\.\n$/,
      );
      assert.ok(headers.get("x-request-id") && headers.get("content-security-policy"), path);
      assert.equal(headers.get("location"), null);
    }
    assert.equal(app.lines.at(-1)?.path, "/favicon.ico");
    const nothing = [
      "/backlog/backlog",
      "/backlog/backlog/health",
      "/backlog//evil.example",
      "/backlog/%2F%2Fevil.example",
      "/backlog/..%2fhealth",
      "/backlog/health/",
      "/backlog/./health%2f",
    ];
    for (const path of nothing) {
      const { status, headers, text } = await get(app, path);
      assert.equal(status, 404, path);
      assert.equal(headers.get("location"), null, path);
      assert.doesNotMatch(text, /href="\/\//, path);
    }
  }));

Deno.test("signing in under a base path leads to the path, and its cookies are limited to the path", () =>
  belowBacklog(async (app, { ada }) => {
    app.world.clock.advance({ minutes: 2 });
    const sent = await get(app, "/backlog/workspace/inbox?view=all");
    assert.equal(
      sent.headers.get("location"),
      "/backlog/auth/signin?next=%2Fworkspace%2Finbox%3Fview%3Dall",
    );
    const post = (
      path: string,
      form: Record<string, string>,
      headers: Record<string, string> = {},
    ) =>
      app.app.request(path, {
        method: "POST",
        headers: {
          origin: testOrigin,
          "content-type": "application/x-www-form-urlencoded",
          ...headers,
        },
        body: String(new URLSearchParams(form)),
      });
    await post("/backlog/auth/signin", { email: ada.email });
    const code = app.world.mailer.codeFor(ada.email);
    const next = "/workspace/inbox";
    const given = { email: ada.email, purpose: "signin", code, next };
    const foreign = await post("/backlog/auth/verify", given, { origin: "https://evil.example" });
    assert.equal(foreign.status, 403);
    const answer = await post("/backlog/auth/verify", given);
    assert.equal(answer.headers.get("location"), "/backlog/workspace/inbox");
    const [, name, token, rest] = /^([^=]+)=([^;]+); (.*)$/.exec(
      answer.headers.get("set-cookie")!,
    )!;
    assert.equal(name, "__Secure-backlog.backlog");
    assert.deepEqual(rest!.split("; ").toSorted(), [
      "HttpOnly",
      "Max-Age=34560000",
      "Path=/backlog",
      "SameSite=Lax",
      "Secure",
    ]);
    const ofRoot = await get(app, "/backlog/workspace/tasks", {
      cookie: `__Host-backlog=${token}; backlog=${token}`,
    });
    assert.equal(ofRoot.status, 303, "a cookie of the server at the root says nothing here");
    const cookie = `__Host-backlog=another; ${name}=${token}`;
    assert.equal((await get(app, "/backlog/workspace/tasks", { cookie })).status, 200);
    const out = await post("/backlog/auth/signout", {}, { cookie });
    assert.match(
      out.headers.get("set-cookie")!,
      /^__Secure-backlog\.backlog=; .*Max-Age=0.*Path=\/backlog/,
    );
  }));

Deno.test("links in texts get the base path, but the text itself and other sites' addresses don't change", () =>
  belowBacklog(async (app, { ada }) => {
    const description = [
      "[ours](/workspace/inbox) [theirs](//evil.example/workspace) <https://example.org/workspace>",
      'The text href="/workspace/inbox" action="/auth" data-areas="/assets/x /assets/y"',
      '```\n<a href="/workspace/inbox" data-next="x=&quot;/workspace">\n```',
    ].join("\n\n");
    const title = 'Say href="/workspace" src="/assets"';
    const task = await perform(app.world.services, ada.member, createTask, {
      title,
      description,
      teamId: "ENG",
    });
    const cookie = await cookieOf(app, ada.email);
    const { text } = await get(app, `/backlog/workspace/tasks/${task.id}`, { cookie });
    assert.ok(text.includes('href="/backlog/workspace/inbox"'));
    assert.ok(text.includes('href="//evil.example/workspace"'));
    assert.ok(text.includes('href="https://example.org/workspace"'));
    const shown = text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    assert.ok(
      shown.includes(
        'The text href="/workspace/inbox" action="/auth" data-areas="/assets/x /assets/y"',
      ),
    );
    assert.ok(
      shown.includes('data-next="x=&quot;/workspace"') ||
        shown.includes('data-next="x="/workspace"'),
    );
    assert.ok(shown.includes('Say href="/workspace" src="/assets"'));
    assert.doesNotMatch(shown, /href="\/backlog\/workspace" src/);
  }));

Deno.test("URLs outside of pages contain the base path too", () =>
  belowBacklog(async (app, { ada, workspaceId }) => {
    const headers = {
      authorization: `Bearer ${ada.tokens.accessToken}`,
      "content-type": "application/json",
    };
    const tasks = `/backlog/api/v1/workspaces/${workspaceId}/tasks`;
    const body = JSON.stringify({ title: "Oil it", teamId: "ENG" });
    const made = await app.app.request(tasks, { method: "POST", headers, body });
    const { task } = await made.json();
    assert.equal(made.headers.get("location"), `${tasks}/${task.id}`);
    assert.equal(made.headers.get("access-control-allow-origin"), "*");
    assert.equal(task.url, `${origin}/workspace/tasks/${task.id}`);
    const read = await app.app.request(made.headers.get("location")!, { headers });
    assert.equal((await read.json()).task.id, task.id);
    const described = await (await app.app.request("/backlog/openapi.json")).json();
    assert.deepEqual(described.servers, [{ url: `${origin}/api/v1` }]);
    const script = await get(app, "/backlog/backlog.sh");
    assert.match(script.text, /^BACKLOG_DEFAULT_BASE_URL="https:\/\/backlog\.example\/backlog"$/m);
    const { detail } = await (await app.app.request("/backlog/api/v1/nowhere")).json();
    assert.equal(detail, "Nothing found at /backlog/api/v1/nowhere.");
    app.world.clock.advance({ minutes: 2 });
    await app.app.request("/backlog/api/v1/auth/request-otp", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: ada.email }),
    });
    assert.match(app.world.mailer.sent.at(-1)!.text, /\nhttps:\/\/backlog\.example\/backlog\n/);
  }));

Deno.test("headers that name a page are read without the base path", () =>
  belowBacklog(async (app, { ada, task }) => {
    await task(ada, { title: "Mend the gate" });
    const cookie = await cookieOf(app, ada.email);
    const changed = async (on: string, peek: string) => {
      const answer = await app.app.request("/backlog/workspace/tasks/ENG-1", {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "hx-request": "true",
          "hx-request-type": "partial",
          "hx-target": "body",
          "hx-current-url": testOrigin + on,
          "backlog-peek": peek,
          origin: testOrigin,
          cookie,
        },
        body: "priority=high",
      });
      return await answer.text();
    };
    const inList = await changed(
      "/backlog/workspace/view/x",
      "/backlog/workspace/tasks/ENG-1?add=sub-task",
    );
    assert.match(inList, /data-peeked-at="\/backlog\/workspace\/tasks\/ENG-1\?add=sub-task"/);
    for (
      const elsewhere of ["/workspace/tasks/ENG-1", "//evil.example/backlog/workspace/tasks/ENG-1"]
    ) {
      assert.doesNotMatch(await changed("/backlog/workspace/tasks", elsewhere), /data-peeked-at/);
    }
    const titles = async (query: string) => {
      const answer = await app.app.request(`/backlog/api/workspace/command${query}`, {
        headers: { cookie, origin: testOrigin },
      });
      return (await answer.json()).results.map(({ title }: { title: string }) => title);
    };
    const near = await titles("?path=/backlog/workspace/inbox");
    assert.deepEqual(near, await titles("?path=/workspace/inbox"));
    assert.notDeepEqual(near, await titles("?path=/elsewhere"));
  }));

Deno.test("a base path can have the same name as one of Backlog's own paths", () =>
  withApp({ origin: `${testOrigin}/workspace` }, async (app, { ada }) => {
    const cookie = (await browserCookie(app.world, ada.email))
      .replace("__Host-backlog", "__Secure-backlog.workspace");
    const { status, text } = await get(app, "/workspace/workspace/tasks", { cookie });
    assert.equal(status, 200);
    assert.ok(text.includes('href="/workspace/workspace/inbox"'));
    assert.ok(!/(href|src|action)="\/(?!workspace\/)/.test(text));
    assert.equal((await get(app, "/workspace/tasks", { cookie })).status, 404);
    const file = /src="(\/workspace\/assets\/app\.[^"]+)"/.exec(text)![1]!;
    assert.equal((await get(app, file)).status, 200);
  }));

Deno.test("a text full of starts of paths is processed as fast as any other text", () => {
  const base = new BasePath("/backlog");
  for (const text of ["=&quot;/", " /assets/"]) {
    // Looked back from each of them, that took minutes
    const html = `<p data-next="[href=&quot;/workspace&quot;]">${text.repeat(300_000)}</p>`;
    assert.equal(base.html(html), html.replace("&quot;/w", "&quot;/backlog/w"));
  }
});
