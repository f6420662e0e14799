import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a task is archived and restored over REST", () =>
  withApp({}, async (app, { ada, esra, task, workspaceId }) => {
    await task(ada);
    const tasks = `/workspaces/${workspaceId}/tasks`;
    const etag = (await call(app, `GET ${tasks}/ENG-1`, { as: ada })).headers.get("etag")!;
    assert.equal((await call(app, `DELETE ${tasks}/ENG-1`, { as: esra })).status, 403);
    const headers = { "if-match": etag };
    const archived = await call(app, `DELETE ${tasks}/ENG-1`, { as: ada, headers });
    assert.ok(archived.body.task.archivedAt);
    assert.equal((await call(app, `DELETE ${tasks}/ENG-1`, { as: ada, headers })).status, 412);
    assert.deepEqual((await call(app, `GET ${tasks}`, { as: ada })).body.tasks, []);
    const shelf = `/workspaces/${workspaceId}/archived-tasks`;
    const shelved = await call(app, `GET ${shelf}`, { as: ada });
    assert.deepEqual(shelved.body.tasks.map((one: { reference: string }) => one.reference), [
      "ENG-1",
    ]);
    const patch = await call(app, `PATCH ${tasks}/ENG-1`, { as: ada, body: { title: "New" } });
    assert.deepEqual([patch.status, patch.body.code], [409, "task_archived"]);
    const restored = await call(app, `POST ${tasks}/ENG-1/restore`, { as: ada });
    assert.deepEqual([restored.status, restored.body.task.archivedAt], [200, null]);
  }));

Deno.test("a draft is listed on its own and discarded", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    await task(ada, { draft: true });
    const drafts = `GET /workspaces/${workspaceId}/drafts`;
    assert.equal((await call(app, drafts, { as: ada })).body.tasks.length, 1);
    await call(app, `DELETE /workspaces/${workspaceId}/tasks/ENG-1`, { as: ada });
    assert.equal((await call(app, drafts, { as: ada })).body.tasks.length, 0);
  }));

Deno.test("tasks are related and parted over REST", () =>
  withApp({}, async (app, { ada, esra, task, workspaceId }) => {
    await task(ada);
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1/relations`;
    const made = await call(app, `PUT ${path}/blocks/ENG-2`, { as: ada });
    assert.equal(made.status, 200);
    const [relation] = made.body.task.relations;
    assert.deepEqual([relation.kind, relation.task.reference], ["blocks", "ENG-2"]);
    const again = await call(app, `PUT ${path}/blocks/ENG-2`, { as: ada });
    assert.deepEqual(again.body, made.body);
    assert.equal(again.headers.get("etag"), made.headers.get("etag"));
    const refusals = [
      [`PUT ${path}/blocks/ENG-2`, {}, 401],
      [`PUT ${path}/relatesTo/ENG-2`, { as: esra }, 403],
      [`PUT ${path}/blocks/ENG-9`, { as: ada }, 404],
      [`PUT ${path}/blockedBy/ENG-2`, { as: ada }, 409],
      [`PUT ${path}/precedes/ENG-2`, { as: ada }, 422],
      [`PUT ${path}/relatesTo/ENG-1`, { as: ada }, 422],
      [`PUT ${path}/relatesTo/ENG-2`, { as: ada, body: { kind: "blocks" } }, 422],
    ] as const;
    for (const [request, sent, status] of refusals) {
      assert.equal((await call(app, request, sent)).status, status, request);
    }
    const parted = await call(app, `DELETE ${path}/blocks/ENG-2`, { as: ada });
    assert.deepEqual(parted.body.task.relations, []);
    assert.equal((await call(app, `DELETE ${path}/blocks/ENG-2`, { as: ada })).status, 200);
  }));

Deno.test("whoever sees a task follows it, and stops", () =>
  withApp({}, async (app, { ada, dina, frode, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1/follow`;
    const names = async (method: string) =>
      (await call(app, `${method} ${path}`, { as: dina })).body.task.followers
        .map((one: { username: string }) => one.username);
    assert.deepEqual(await names("PUT"), ["ada-lovelace", "dina"]);
    assert.deepEqual(await names("DELETE"), ["ada-lovelace"]);
    assert.equal((await call(app, `PUT ${path}`, { as: frode })).status, 404);
    assert.equal((await call(app, `PUT ${path}`)).status, 401);
  }));
