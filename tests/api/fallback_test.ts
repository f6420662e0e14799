import assert from "node:assert/strict";
import { call, createTestApp, withApp } from "../support/app.ts";

Deno.test("an unknown path is a 404 for every method, with or without a body", () =>
  withApp({}, async (app, { ada }) => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      for (const headers of [{}, { "content-type": "text/plain" }] as Record<string, string>[]) {
        const { status, body } = await call(app, `${method} /nowhere`, { as: ada, headers });
        assert.deepEqual([status, body.code], [404, "not_found"], method);
      }
    }
  }));

Deno.test("an unknown path outside the API is a 404 too, for programs and browsers", async () => {
  await using app = await createTestApp();
  for (const path of ["/api/nowhere", "/api", "/nowhere"]) {
    const response = await app.app.request(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "a=b",
    });
    assert.equal(response.status, 404, path);
    assert.equal((await response.json()).code, "not_found");
  }
});

Deno.test("pages refuse forms from other sites", async () => {
  await using app = await createTestApp();
  const response = await app.app.request("/auth/signin", {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: "https://elsewhere.example",
    },
    body: "email=ada@example.com",
  });
  assert.equal(response.status, 403);
});

Deno.test("a known path with another method is a 405 that names the allowed methods", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    const cases: [string, string][] = [
      ["PUT /me", "GET, HEAD, OPTIONS, PATCH"],
      [`PUT /workspaces/${workspaceId}/tasks/ENG-1`, "DELETE, GET, HEAD, OPTIONS, PATCH"],
      ["GET /auth/refresh", "OPTIONS, POST"],
    ];
    for (const [request, allow] of cases) {
      const { status, body, headers } = await call(app, request, { as: ada });
      assert.deepEqual([status, body.code], [405, "method_not_allowed"], request);
      assert.equal(headers.get("allow"), allow);
    }
  }));

Deno.test("OPTIONS names the methods, and HEAD responds like GET without the body", () =>
  withApp({}, async (app, { ada }) => {
    const options = await call(app, "OPTIONS /me");
    assert.deepEqual([options.status, options.text], [204, ""]);
    assert.equal(options.headers.get("allow"), "GET, HEAD, OPTIONS, PATCH");
    const head = await app.app.request("/api/v1/me", {
      method: "HEAD",
      headers: { authorization: `Bearer ${ada.tokens.accessToken}` },
    });
    assert.deepEqual([head.status, await head.text()], [200, ""]);
    assert.match(head.headers.get("content-type") ?? "", /^application\/json/);
  }));

Deno.test("a path with a trailing slash is a 404 whose hint says so", () =>
  withApp({}, async (app, { ada }) => {
    const { status, body } = await call(app, "GET /me/", { as: ada });
    assert.equal(status, 404);
    assert.match(body.hint, /slash/);
  }));
