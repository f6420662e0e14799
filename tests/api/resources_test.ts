import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a link is added, changed, and removed over REST", () =>
  withApp({}, async (app, { ada, dina, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1/resources`;
    const body = { url: "https://example.com/spec", title: "Spec" };
    const made = await call(app, `POST ${path}`, { as: ada, body });
    assert.equal(made.status, 201);
    const { id } = made.body.resource;
    assert.equal(made.headers.get("location"), `/api/v1${path}/${id}`);
    const list = await call(app, `GET ${path}`, { as: dina });
    assert.deepEqual(list.body, { resources: [made.body.resource], nextCursor: null });
    const headers = { "if-match": made.headers.get("etag")! };
    const sent = { as: ada, body: { title: "Specification" }, headers };
    const changed = await call(app, `PATCH ${path}/${id}`, sent);
    assert.deepEqual([changed.status, changed.body.resource.title], [200, "Specification"]);
    assert.equal((await call(app, `PATCH ${path}/${id}`, sent)).status, 412);
    assert.equal((await call(app, `DELETE ${path}/${id}`, { as: ada, headers })).status, 412);
    assert.equal((await call(app, `DELETE ${path}/${id}`, { as: ada })).status, 204);
    assert.equal((await call(app, `DELETE ${path}/${id}`, { as: ada })).status, 404);
  }));

Deno.test("link requests refuse people without permission and invalid input", () =>
  withApp({}, async (app, { ada, esra, frode, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1/resources`;
    const body = { url: "https://example.com/" };
    const { id } = (await call(app, `POST ${path}`, { as: ada, body })).body.resource;
    const refusals = [
      [`POST ${path}`, { body }, 401],
      [`POST ${path}`, { as: esra, body }, 403],
      [`GET ${path}`, { as: frode }, 404],
      [`POST ${path}`, { as: ada, body }, 409],
      [`POST ${path}`, { as: ada, body: { url: "javascript:alert(1)" } }, 422],
      [`POST ${path}`, { as: ada, body: { ...body, taskId: "ENG-2" } }, 422],
      [`PATCH ${path}/${id}`, { as: ada, body: {} }, 422],
      [`PATCH ${path}/${id}`, { as: ada, body: { url: null } }, 422],
    ] as const;
    for (const [request, sent, status] of refusals) {
      assert.equal((await call(app, request, sent)).status, status, request);
    }
  }));
