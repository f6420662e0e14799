import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a session's active workspace can be switched only to another of the person's workspaces", () =>
  withApp({}, async (app, { ada, bao, workspaceId }) => {
    const made = await call(app, "POST /workspaces", { as: ada, body: { name: "Second" } });
    const second = made.body.workspace.id;
    const active = async () => (await call(app, "GET /me", { as: ada })).body.workspace.id;
    assert.equal(await active(), second);
    const there = await call(app, "PUT /me/workspace", { as: ada, body: { workspaceId } });
    assert.equal(there.status, 200);
    assert.deepEqual([there.body.workspace.id, await active()], [workspaceId, workspaceId]);
    const body = { workspaceId: second };
    const foreign = await call(app, "PUT /me/workspace", { as: bao, body });
    assert.equal(foreign.status, 404);
    assert.match(foreign.body.hint, /GET \/api\/v1\/workspaces/);
    assert.equal((await call(app, "PUT /me/workspace", { as: ada })).status, 422);
  }));

Deno.test("the error for an unknown workspace says how to choose another one", () =>
  withApp({}, async (app, { ada }) => {
    const headers = { "user-agent": "backlog-cli/0.1.0" };
    const path = "GET /workspaces/ws_00000000000000000000000000/tasks";
    const { status, body } = await call(app, path, { as: ada, headers });
    assert.equal(status, 404);
    assert.match(
      body.hint,
      /Choose another with --workspace-id, BACKLOG_WORKSPACE, or .*config set-workspace/,
    );
  }));

Deno.test("a new account name applies in all workspaces, and a new profile name only in its own", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    await call(app, "POST /workspaces", { as: ada, body: { name: "Second" } });
    const own = `/workspaces/${workspaceId}/members/me`;
    const held = (await call(app, `GET ${own}`, { as: ada })).headers.get("etag")!;
    const whole = await call(app, "PATCH /me", { as: ada, body: { name: "Ada King" } });
    assert.equal(whole.status, 200);
    assert.deepEqual([whole.body.viewer.name, whole.body.member.name], ["Ada King", "Ada King"]);
    assert.equal((await call(app, `GET ${own}`, { as: ada })).body.member.name, "Ada King");
    const late = { as: ada, headers: { "if-match": held }, body: { name: "Ada" } };
    assert.equal((await call(app, `PATCH ${own}`, late)).status, 412, "it was changed since");
    await call(app, `PATCH ${own}`, { as: ada, body: { name: "Countess" } });
    await call(app, "PUT /me/workspace", { as: ada, body: { workspaceId } });
    const me = (await call(app, "GET /me", { as: ada })).body;
    assert.deepEqual([me.viewer.name, me.member.name], ["Ada King", "Countess"]);
    const empty = await call(app, "PATCH /me", { as: ada, body: {} });
    assert.equal(empty.status, 422);
  }));

Deno.test("only you can request your other workspaces", () =>
  withApp({}, async (app, { ada, bao, workspaceId }) => {
    const made = await call(app, "POST /workspaces", { as: ada, body: { name: "Second" } });
    const second = made.body.workspace.id;
    const named = (id: string) => call(app, `GET /me?workspaceId=${id}`, { as: ada });
    for (const id of [workspaceId, second]) {
      const { status, body } = await named(id);
      assert.deepEqual([status, body.workspace.id, body.member.role], [200, id, "owner"]);
    }
    assert.equal((await call(app, "GET /me", { as: ada })).body.workspace.id, second);
    const foreign = await call(app, `GET /me?workspaceId=${second}`, { as: bao });
    assert.deepEqual([foreign.status, foreign.body.code], [404, "not_found"]);
    assert.equal((await named("")).status, 422);
  }));
