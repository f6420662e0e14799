import assert from "node:assert/strict";
import { testOrigin } from "../support/world.ts";
import { type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";

const types = [
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain",
  "application/json",
  "",
];

/** Every path with a form of ours or the palette's behind it, by the app's own list of routes. */
function changingPaths({ app }: TestApp): string[] {
  const paths = app.routes
    .filter(({ method, path }) => method === "POST" && !path.startsWith("/api/v1"))
    .map(({ path }) => path.replace(/:\w+/g, "x"));
  return [...new Set(paths)];
}

async function post({ app }: TestApp, path: string, headers: Record<string, string>) {
  return (await app.request(path, { method: "POST", headers, body: "" })).status;
}

Deno.test("after signing in, people return only to pages of this server", () =>
  withApp({}, async ({ app }) => {
    const to = async (site: string) => {
      const headers = { origin: testOrigin, referer: `${site}/workspace/inbox` };
      const answer = await app.request("/workspace/tasks", { method: "POST", headers });
      return answer.headers.get("location");
    };
    assert.match(await to(testOrigin) ?? "", /inbox/);
    assert.doesNotMatch(await to("https://evil.example") ?? "inbox", /inbox/);
  }));

Deno.test("requests from other sites with a person's cookie are refused, for any content type", () =>
  withApp({}, async (app, { ada }) => {
    const cookie = await browserCookie(app.world, ada.email);
    const paths = changingPaths(app);
    assert.ok(paths.includes("/auth/signout") && paths.includes("/api/workspace/command"));
    const foreign: Record<string, string>[] = [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://backlog.example" },
      { origin: "https://backlog.example.evil.example" },
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
    ];
    for (const path of paths) {
      for (const type of types) {
        for (const from of foreign) {
          const headers = { cookie, "content-type": type, ...from };
          assert.equal(await post(app, path, headers), 403, `${path} ${JSON.stringify(headers)}`);
        }
      }
    }
    const still = await app.app.request("/workspace/tasks", { headers: { cookie } });
    assert.equal(still.status, 200, "the session was ended");
  }));

Deno.test("over HTTPS, only the configured origin is trusted, and otherwise also the requested origin", () =>
  withApp({}, async (app) => {
    const asks = (origin: string) => post(app, "http://127.0.0.1:5173/auth/signout", { origin });
    assert.equal(await asks(testOrigin), 303);
    assert.equal(await asks("http://127.0.0.1:5173"), 403);
    const refusal = await app.app.request("http://127.0.0.1:5173/auth/signout", {
      method: "POST",
      headers: { origin: "http://127.0.0.1:5173", accept: "text/html" },
    });
    assert.match(await refusal.text(), new RegExp(`Open ${testOrigin}, and try again there\\.`));
    app.world.services.settings.origin = "http://localhost:5173";
    assert.equal(await asks("http://localhost:5173"), 303);
    assert.equal(await asks("http://127.0.0.1:5173"), 303);
    assert.equal(await asks("http://127.0.0.1:5174"), 403);
    assert.equal(await asks(testOrigin), 403);
  }));
