import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";

Deno.test("pages on other sites can use the API with a bearer token, and read the headers that they need", () =>
  withApp({}, async (app, cast) => {
    const path = `/api/v1/workspaces/${cast.workspaceId}/tasks`;
    const origin = "https://elsewhere.example";
    const preflight = await app.app.request(path, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type,idempotency-key",
      },
    });
    assert.equal(preflight.status, 204);
    const told = (response: Response, name: string) => response.headers.get(name) ?? "";
    assert.equal(told(preflight, "access-control-allow-origin"), "*");
    assert.match(told(preflight, "access-control-allow-methods"), /\bPOST\b/);
    assert.match(
      told(preflight, "access-control-allow-headers"),
      /Authorization.*Idempotency-Key.*Last-Event-ID/,
    );
    const authorization = `Bearer ${cast.ada.tokens.accessToken}`;
    const made = await app.app.request(path, {
      method: "POST",
      headers: { origin, authorization, "content-type": "application/json" },
      body: JSON.stringify({ title: "Mend the gate", teamId: "ENG" }),
    });
    assert.equal(made.status, 201);
    for (const headers of [{ authorization }, { authorization: "Bearer blg_pat_none" }]) {
      const answer = await app.app.request(path, { headers: { ...headers, origin } });
      assert.equal(told(answer, "access-control-allow-origin"), "*");
      assert.match(told(answer, "access-control-expose-headers"), /ETag.*Retry-After/);
      assert.equal(told(answer, "access-control-allow-credentials"), "");
      await answer.body?.cancel();
    }
    const page = await app.app.request("/auth/signin", { headers: { origin } });
    assert.equal(told(page, "access-control-allow-origin"), "");
    await page.body?.cancel();
  }));

Deno.test("a page on another site can read the reason for a refused request, for any path and method", () =>
  withApp({}, async (app, { ada }) => {
    const origin = "https://elsewhere.example";
    const authorization = `Bearer ${ada.tokens.accessToken}`;
    const cases = [["GET", "/nowhere", 404], ["PUT", "/me", 405], ["GET", "/me/", 404]] as const;
    for (const [method, path, status] of cases) {
      const preflight = await app.app.request(`/api/v1${path}`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": method,
          "access-control-request-headers": "authorization",
        },
      });
      assert.equal(preflight.status, 204, path);
      assert.equal(preflight.headers.get("access-control-allow-origin"), "*");
      const methods = preflight.headers.get("access-control-allow-methods") ?? "";
      assert.ok(methods.split(", ").includes(method), methods);
      assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /Authorization/);
      const headers = { origin, authorization };
      const answer = await app.app.request(`/api/v1${path}`, { method, headers });
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get("access-control-allow-origin"), "*");
      assert.ok((await answer.json()).detail);
    }
  }));

Deno.test("an invalid token is distinguished from a missing one", () =>
  withApp({}, async (app) => {
    const challenge = async (headers: Record<string, string>) => {
      const answer = await app.app.request("/api/v1/me", { headers });
      await answer.body?.cancel();
      return answer.headers.get("www-authenticate");
    };
    assert.equal(await challenge({}), "Bearer");
    const dead = { authorization: "Bearer blg_pat_none" };
    assert.equal(await challenge(dead), 'Bearer error="invalid_token"');
  }));

Deno.test("long API responses are compressed for clients that accept it", () =>
  withApp({}, async (app, cast) => {
    for (let n = 0; n < 8; n++) await cast.task(cast.ada, { title: `Mend the gate ${n}` });
    const list = `/api/v1/workspaces/${cast.workspaceId}/tasks`;
    const authorization = `Bearer ${cast.ada.tokens.accessToken}`;
    for (const path of [list, "/openapi.json"]) {
      const ask = (encoding: string) =>
        app.app.request(path, { headers: { authorization, "accept-encoding": encoding } });
      const plain = await ask("gzip;q=0, br");
      assert.equal(plain.headers.get("content-encoding"), null);
      const packed = await ask("br, gzip");
      assert.equal(packed.headers.get("content-encoding"), "gzip");
      assert.match(packed.headers.get("vary") ?? "", /Accept-Encoding/);
      assert.equal(packed.headers.get("etag"), plain.headers.get("etag"));
      const whole = packed.body!.pipeThrough(new DecompressionStream("gzip"));
      assert.equal(await new Response(whole).text(), await plain.text());
    }
  }));
