import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("search returns records of every kind, in the documented form", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, frode } = cast;
    await cast.task(ada, { title: "Count the jars", status: "progressed" });
    const path = `GET /workspaces/${cast.workspaceId}/search`;
    const found = await call(app, `${path}?q=jars`, { as: chidi });
    assert.equal(found.status, 200);
    const [{ id, ...rest }] = found.body.results;
    assert.match(id, /^task_/);
    assert.deepEqual(rest, {
      kind: "task",
      key: "ENG-1",
      title: "Count the jars",
      subtitle: "Engineering",
      status: "progressed",
      favorite: false,
      matched: "title",
    });
    assert.equal((await call(app, path, { as: ada })).status, 422);
    assert.equal((await call(app, `${path}?q=a&limit=51`, { as: ada })).status, 422);
    assert.equal((await call(app, `${path}?q=a&scope=labels`, { as: ada })).status, 422);
    assert.equal((await call(app, `${path}?q=a`)).status, 401);
    assert.equal((await call(app, `${path}?q=a`, { as: frode })).status, 404);
  }));
