import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("labels are created, changed, archived, and restored, and a new color changes a task's ETag", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/labels`;
    const made = await call(app, `POST ${path}`, { as: ada, body: { name: "Security" } });
    assert.deepEqual([made.status, made.body.label.color], [201, "gray"]);
    const one = `${path}/${made.body.label.id}`;
    await task(ada, { tags: ["Security"] });
    const held = await call(app, `GET /workspaces/${workspaceId}/tasks/ENG-1`, { as: chidi });
    const headers = { "if-none-match": held.headers.get("etag")! };
    const changed = await call(app, `PATCH ${one}`, { as: ada, body: { color: "red" } });
    assert.equal(changed.body.label.color, "red");
    const read = await call(app, `GET /workspaces/${workspaceId}/tasks/ENG-1`, {
      as: chidi,
      headers,
    });
    assert.deepEqual([read.status, read.body.task.labels[0].color], [200, "red"]);
    const again = await call(app, `POST ${path}`, { as: ada, body: { name: "SECURITY" } });
    assert.deepEqual([again.status, again.body.code], [409, "name_taken"]);
    assert.equal((await call(app, `DELETE ${one}`, { as: chidi })).status, 403);
    const stale = await call(app, `DELETE ${one}`, { as: ada, headers: { "if-match": '"1.1"' } });
    assert.equal(stale.status, 412);
    assert.ok((await call(app, `DELETE ${one}`, { as: ada })).body.label.archivedAt);
    assert.equal((await call(app, `GET ${path}`, { as: chidi })).body.labels.length, 3);
    assert.equal((await call(app, `POST ${one}/restore`, { as: ada })).body.label.archivedAt, null);
    assert.equal((await call(app, `GET ${path}/label_x`, { as: ada })).status, 404);
  }));
