import assert from "node:assert/strict";
import { call, createTestApp, withApp } from "../support/app.ts";

Deno.test("every response has a strict policy, even a 404", async () => {
  await using app = await createTestApp();
  for (const path of ["/health", "/api/v1/me", "/nowhere"]) {
    const { headers } = await app.app.request(path);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe|\*|http:|https:/, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
  }
});

Deno.test("each request has its own ID, in its response and in the log", () =>
  withApp({}, async (app, { ada }) => {
    const first = await call(app, "GET /me", { as: ada });
    const second = await call(app, "GET /me", { as: ada });
    const ids = [first, second].map(({ headers }) => headers.get("x-request-id"));
    assert.notEqual(ids[0], ids[1]);
    assert.deepEqual(app.lines.map(({ requestId }) => requestId), ids);
    const [line] = app.lines;
    assert.deepEqual([line?.method, line?.path, line?.status], ["GET", "/api/v1/me", 200]);
    assert.ok([ada.member.profile.id, ada.member.userId].includes(line?.actor ?? ""));
  }));

Deno.test("the log contains no token, code, or query", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    await call(app, `GET /workspaces/${workspaceId}/tasks?q=secretword`, { as: ada });
    await call(app, "POST /auth/verify-otp", { body: { email: ada.email, code: "123456" } });
    await call(app, "POST /auth/refresh", { body: { refreshToken: ada.tokens.refreshToken } });
    const log = JSON.stringify(app.lines);
    const secrets = [ada.tokens.accessToken, ada.tokens.refreshToken, "123456", "secretword"];
    for (const secret of secrets) assert.ok(!log.includes(secret), secret);
    assert.equal(app.lines.length, 3);
  }));

Deno.test("an unexpected error is a 500 without details", async () => {
  const app = await createTestApp();
  await app.world.database.close();
  const { status, body, text } = await call(app, "GET /me", { token: "blg_hat_any" });
  assert.deepEqual([status, body.code], [500, "internal"]);
  assert.doesNotMatch(text, /database|sql|stack|\.ts/i);
  assert.equal(app.mistakes.length, 1);
});
