import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a template is created, used, changed, archived, and restored over REST", () =>
  withApp({}, async (app, { ada, chidi, teams, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/task-templates`;
    const body = { name: "Bug report", title: "Bug", priority: "high", tags: ["Bug"] };
    const made = await call(app, `POST ${path}`, { as: ada, body });
    assert.equal(made.status, 201);
    const { id } = made.body.taskTemplate;
    assert.equal(made.headers.get("location"), `/api/v1${path}/${id}`);
    const read = await call(app, `GET ${path}/${id}`, { as: chidi });
    assert.deepEqual(read.body, made.body);
    const task = await call(app, `POST /workspaces/${workspaceId}/tasks`, {
      as: chidi,
      body: { templateId: id, teamId: teams.eng },
    });
    assert.deepEqual([task.body.task.title, task.body.task.priority], ["Bug", "high"]);
    const headers = { "if-match": made.headers.get("etag")! };
    const sent = { as: ada, body: { priority: "urgent" }, headers };
    assert.equal((await call(app, `PATCH ${path}/${id}`, sent)).status, 200);
    assert.equal((await call(app, `PATCH ${path}/${id}`, sent)).status, 412);
    const archived = await call(app, `DELETE ${path}/${id}`, { as: ada });
    assert.ok(archived.body.taskTemplate.archivedAt);
    assert.deepEqual((await call(app, `GET ${path}`, { as: ada })).body.taskTemplates, []);
    const restored = { as: ada, body: { archived: false } };
    assert.equal((await call(app, `PATCH ${path}/${id}`, restored)).status, 200);
    assert.equal((await call(app, `GET ${path}`, { as: ada })).body.taskTemplates.length, 1);
  }));

Deno.test("template requests refuse people without permission and invalid input", () =>
  withApp({}, async (app, { ada, chidi, frode, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/task-templates`;
    const body = { name: "Bug report" };
    const { id } = (await call(app, `POST ${path}`, { as: ada, body })).body.taskTemplate;
    const refusals = [
      [`POST ${path}`, { body }, 401],
      [`POST ${path}`, { as: chidi, body: { name: "Mine" } }, 403],
      [`DELETE ${path}/${id}`, { as: chidi }, 403],
      [`GET ${path}/${id}`, { as: frode }, 404],
      [`GET ${path}/tmpl_1`, { as: ada }, 404],
      [`POST ${path}`, { as: ada, body: { name: "BUG REPORT" } }, 409],
      [`POST ${path}`, { as: ada, body: { name: "" } }, 422],
      [`POST ${path}`, { as: ada, body: { ...body, color: "red" } }, 422],
      [`PATCH ${path}/${id}`, { as: ada, body: {} }, 422],
    ] as const;
    for (const [request, sent, status] of refusals) {
      assert.equal((await call(app, request, sent)).status, status, request);
    }
  }));
