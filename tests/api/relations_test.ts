import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("relations are added and removed over REST", () =>
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
