import assert from "node:assert/strict";
import { z } from "zod";
import { endpoints } from "../../server/api/endpoints.ts";
import { loadAssets } from "../../server/http/assets.ts";
import { previewImagePath, sitePaths } from "../../views/site_paths.ts";
import { assertNone } from "../support/missing.ts";
import { shareOf } from "../support/share.ts";
import { testOrigin } from "../support/world.ts";
import { type AppOptions, call, type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { fill, stageFor } from "./errors/provocations.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { type FullCast, populate } from "./support/full_cast.ts";
import { everyTarget } from "./hostile_input/targets.ts";

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every response. `undefined` is for forbidden headers. */
const onPages = {
  "content-security-policy": pagePolicy,
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "same-origin",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const onApi = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
};

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
}

/** Returns every GET of the API, with existing records in its path. */
async function everyRead(fullCast: FullCast): Promise<{ method: string; path: string }[]> {
  const { known } = await stageFor(fullCast);
  const { view, projectsView } = fullCast.ids;
  return endpoints.filter(({ method }) => method === "GET").map((endpoint) => {
    const viewId = [endpoint.path.endsWith("/projects") ? projectsView : view];
    const query = endpoint.path.endsWith("/search") ? "?q=gate" : "";
    return { method: "GET", path: `/api/v1${fill(endpoint, { ...known, viewId })}${query}` };
  });
}

/**
 * Returns every route with the current day's third of the variants: signed in or not, whole pages, parts of pages, and
 * JSON.
 */
async function everyAsk(
  app: TestApp,
  fullCast: FullCast,
  reads: { method: string; path: string }[],
): Promise<Asked[]> {
  const { ada, workspaceId } = fullCast;
  const cookie = await browserCookie(app.world, ada.email);
  const authorization = `Bearer ${ada.tokens.accessToken}`;
  const kinds: Record<string, string>[] = [
    // Each third contains one of these, which find the record
    { cookie, authorization },
    { cookie, authorization, "accept-encoding": "gzip, br" },
    { authorization },
    {},
    { cookie, accept: "text/html" },
    { cookie, accept: "text/html", "hx-request-type": "partial" },
    { cookie, authorization, "if-none-match": "*" },
    { "hx-request-type": "partial" },
    { cookie, origin: "https://evil.example" },
    { host: "not a host" },
  ];
  const forms = { origin: testOrigin, "content-type": "application/x-www-form-urlencoded" };
  const targets = (await everyTarget()).filter(({ path }) => path !== "/auth/signout");
  // Requests that end sessions come last, because later requests would be anonymous.
  const ends = (path: string) => Number(/\/(auth\/revoke|revoke-others)$/.test(path));
  const places = targets.sort((a, b) => ends(a.path) - ends(b.path)).map(({ method, path }) => ({
    method,
    path: path.replace("{workspaceId}", workspaceId).replaceAll(/\{\w+\}/g, "ENG-1"),
  }));
  const { css, js, icon } = loadAssets().urls;
  const others = [css, js, icon, "/nowhere", "/api/v1/nowhere", "/health/nowhere"];
  return [...reads, ...places, ...others.map((path) => ({ method: "GET", path }))].flatMap((
    place,
    turn,
  ) =>
    shareOf(kinds, turn).map((headers) => ({
      ...place,
      headers: place.method === "GET" ? headers : { ...forms, ...headers },
    }))
  );
}

/**
 * The docs, the public site, and files for programs, which are the same for everyone, except that pages show signed-in
 * readers their own values.
 */
const docs = new RegExp(
  `^(${
    [...sitePaths, previewImagePath, "/docs", "/llms", "/robots", "/sitemap", "/\\.well-known"]
      .join("|")
  })`,
);

function lacking({ headers, status }: Response, { path, headers: sent }: Asked): string[] {
  const expected: Record<string, string> = path.startsWith("/api/") ? onApi : onPages;
  const wrong = status === 304 ? [] : Object.entries(expected)
    .filter(([name, value]) => headers.get(name) !== value).map(([name]) => name);
  if (!/^[\da-f-]{36}$/.test(headers.get("x-request-id") ?? "")) wrong.push("x-request-id");
  const kept = headers.get("cache-control") ?? "";
  const asset = path.startsWith("/assets/") && status === 200;
  const description = path === "/openapi.json" ? /^(private, )?no-cache$/ : undefined;
  const isOwn = sent.cookie !== undefined && /html/.test(headers.get("content-type") ?? "");
  const shared = docs.test(path) && !isOwn
    ? /^(public, (no-cache|max-age=300)|private, no-cache)$/
    : undefined;
  const fitting = asset ? /^public, / : shared ?? description ?? /^(private, no-cache|no-store)$/;
  if (!fitting.test(kept)) wrong.push("cache-control");
  return wrong;
}

const open: AppOptions = { signInLimit: 1e9, rateLimit: 1e9 };

Deno.test("every response of every route has the full security policy, and private responses aren't public", () =>
  withApp(open, async (app) => {
    const fullCast = await populate(app.world);
    await issueBearers(fullCast);
    const statuses = new Set<number>();
    const reads = await everyRead(fullCast);
    const unread = new Set(reads.map(({ path }) => path));
    for (const { method, path, headers } of await everyAsk(app, fullCast, reads)) {
      const response = await app.app.request(path, {
        method,
        headers,
        ...(method === "GET" ? {} : { body: "" }),
      });
      await response.body?.cancel();
      statuses.add(response.status);
      if (response.ok) unread.delete(path);
      assert.deepEqual(
        lacking(response, { method, path, headers }),
        [],
        `${response.status} ${method} ${path} ${JSON.stringify(headers)}`,
      );
    }
    const kinds = [200, 204, 303, 304, 400, 401, 403, 404, 415, 422];
    assertNone(
      kinds.filter((status) => !statuses.has(status)),
      (status) =>
        `No request was answered with ${status}. Add one to everyAsk in tests/gates/headers_test.ts.`,
    );
    assertNone(
      unread,
      (path) =>
        `GET ${path} was never answered with its record. Add what its path needs to everyRead in ` +
        "tests/gates/headers_test.ts.",
    );
  }));

Deno.test("a response with a secret can't be cached", () =>
  withApp(open, async (app, { ada, world, workspaceId }) => {
    world.clock.advance({ minutes: 2 });
    const email = ada.email;
    await call(app, "POST /auth/request-otp", { body: { email } });
    const code = world.mailer.codeFor(email);
    const verified = await call(app, "POST /auth/verify-otp", { body: { email, code } });
    const { refreshToken } = verified.body;
    const refreshed = await call(app, "POST /auth/refresh", { body: { refreshToken } });
    const body = { name: "Builder" };
    const automations = `POST /workspaces/${workspaceId}/automations`;
    const automation = await call(app, automations, { as: ada, body });
    for (const { status, headers } of [verified, refreshed, automation]) {
      assert.ok(status < 300);
      assert.equal(headers.get("cache-control"), "no-store");
    }
    const secret = endpoints.filter(({ response }) =>
      /"(secret|accessToken|token)"/.test(
        JSON.stringify(z.toJSONSchema(response ?? z.never(), { unrepresentable: "any" })),
      )
    );
    for (const endpoint of secret) {
      assert.ok(endpoint.secret, `${endpoint.method} ${endpoint.path}`);
    }
  }));

for (
  const [origin, cookie] of [
    [
      testOrigin,
      /^__Host-backlog=[\w-]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
    [
      "http://localhost:5173",
      /^backlog=[\w-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    ],
  ] as const
) {
  Deno.test(`scripts and other sites can't reach the session's cookie, which ends with the session (${origin})`, () =>
    withApp({ ...open, origin }, async (app, { ada, world }) => {
      world.clock.advance({ minutes: 2 });
      const post = async (path: string, form: Record<string, string>, cookie = "") => {
        const headers = { origin, cookie };
        return await app.app.request(path, {
          method: "POST",
          headers,
          body: new URLSearchParams(form),
        });
      };
      const { email } = ada;
      await post("/auth/signin", { email });
      const code = world.mailer.codeFor(email);
      const verified = await post("/auth/verify", { email, code });
      assert.equal(verified.headers.get("cache-control"), "no-store");
      const [set, ...more] = verified.headers.getSetCookie();
      assert.match(set!, cookie);
      assert.deepEqual(more, []);
      const own = set!.split(";")[0]!;
      const tasks = () => app.app.request("/workspace/tasks", { headers: { cookie: own } });
      assert.equal((await tasks()).status, 200);
      const out = await post("/auth/signout", {}, own);
      assert.match(out.headers.get("set-cookie")!, /^(__Host-)?backlog=; Max-Age=0; Path=\//);
      assert.equal((await tasks()).status, 303, "who kept the cookie is still signed in");
      const left = await world.database.read.selectFrom("sessions").select("revoked_at")
        .where("label", "=", "Browser").execute();
      assert.ok(left.length > 0 && left.every(({ revoked_at }) => revoked_at !== null));
    }));
}

Deno.test("requesting and entering codes is limited in the browser, as over REST", () =>
  withApp({ signInLimit: 4, wrongCodeLimit: 3 }, async (app) => {
    const status = async (path: string, form: Record<string, string>) => {
      const headers = { origin: testOrigin };
      const sent = { method: "POST", headers, body: new URLSearchParams(form) };
      return (await app.app.request(path, sent)).status;
    };
    const verify = (n: number) =>
      status("/auth/verify", { email: `v${n}@example.com`, code: "000000" });
    const ask = (path: string, n: number) => status(path, { email: `a${n}@example.com` });
    app.world.clock.advance({ minutes: 2 });
    const asked = [];
    for (let n = 0; n < 6; n++) asked.push(await ask(n % 2 ? "/auth/signin" : "/auth/signup", n));
    assert.deepEqual(asked.map((one) => one === 429), [false, false, false, false, true, true]);
    app.world.clock.advance({ minutes: 11 });
    const tried = [];
    for (let n = 0; n < 5; n++) tried.push(await verify(n));
    assert.equal(tried.at(-1), 429);
    assert.notEqual(tried[0], 429);
  }));
